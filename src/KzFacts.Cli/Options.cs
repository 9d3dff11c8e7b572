using System.CommandLine;
using System.Globalization;
using KzFacts.Compiler;
using Spectre.Console;

namespace KzFacts.Cli;

/// <summary>What several commands share: exit codes, the folders, and the display of a compile.</summary>
static class Options
{
    public const int Done = 0;

    /// <summary>The command ran, and its answer is no: errors in the seeds, or nothing found.</summary>
    public const int Negative = 1;

    /// <summary>The command could not run: wrong arguments, or a missing file.</summary>
    public const int Unusable = 2;

    public static Option<DirectoryInfo> Seeds() =>
        new("--seeds") { Description = "The folder of the seeds.", DefaultValueFactory = _ => new("seeds") };

    public static Option<FileInfo> Snapshot() =>
        new("--db") { Description = "The snapshot file.", DefaultValueFactory = _ => new(Path.Combine("db", "kzfacts.db")) };

    /// <summary>The option for the day by whose end something was known.</summary>
    public static Option<DateOnly?> AsOf() => Day("--as-of", "What was known by the end of this day, such as 2022-01-09.");

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = given =>
        {
            var text = given.Tokens.Single().Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            given.AddError($"{name}: '{text}' is not a day; write it as 2022-01-09.");
            return null;
        },
    };

    /// <summary>Runs a compile, with a progress bar if a person is watching.</summary>
    public static CompileResult Watch(Func<IProgress<CompileProgress>?, CompileResult> run)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected) return run(null);
        return AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask("reading");
            return run(new Report(progress =>
            {
                bar.Description = $"{progress.Stage} {progress.Facts:N0}{(progress.Total is { } total ? $" of {total:N0}" : "")}";
                bar.IsIndeterminate = progress.Total is null;
                if (progress.Total is > 0) (bar.MaxValue, bar.Value) = (progress.Total.Value, progress.Facts);
            }));
        });
    }

    /// <summary>Prints the errors of a compile to standard error, each with file, line and hint.</summary>
    public static int Complain(CompileResult result)
    {
        foreach (var error in result.Errors) Console.Error.WriteLine(error);
        Console.Error.WriteLine($"{result.Errors.Count} error{(result.Errors.Count == 1 ? "" : "s")}; nothing was written.");
        return Negative;
    }

    public static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Unusable;
    }

    sealed class Report(Action<CompileProgress> show) : IProgress<CompileProgress>
    {
        void IProgress<CompileProgress>.Report(CompileProgress value) => show(value);
    }
}
