using System.CommandLine;
using KzFacts.Compiler;
using KzFacts.Compiler.Seeds;

namespace KzFacts.Cli;

/// <summary><c>kzfacts lint</c>: reports errors in the seeds.</summary>
static class LintCommand
{
    public static Command Make()
    {
        var seeds = Options.Seeds();
        var command = new Command("lint",
            "Checks the seeds and their claims, and writes nothing; warns of what an editor should look at.") { seeds };
        command.SetAction(parsed =>
        {
            var folder = new SeedFolder(parsed.GetValue(seeds)!.FullName);
            if (!folder.Exists) return Options.Fail($"There is no folder {folder.Path}; name the seeds with --seeds.");
            var result = Options.Watch(progress => SeedCompiler.Lint(folder, new() { Progress = progress }));
            if (result.Errors.Count > 0) return Options.Complain(result);
            foreach (var warning in result.Warnings) Console.Error.WriteLine($"warning: {warning}");
            foreach (var collision in Registries.Read(folder, new()).Collisions()) Console.Error.WriteLine($"warning: {collision}");
            Console.WriteLine($"{result.Facts:N0} facts, no errors");
            return Options.Done;
        });
        return command;
    }
}
