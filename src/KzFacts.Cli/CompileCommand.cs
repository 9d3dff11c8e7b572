using System.CommandLine;
using KzFacts.Compiler;
using KzFacts.Compiler.Seeds;

namespace KzFacts.Cli;

/// <summary><c>kzfacts compile</c>: compiles the seeds to a snapshot.</summary>
static class CompileCommand
{
    public static Command Make()
    {
        var (seeds, snapshot) = (Options.Seeds(), Options.Snapshot());
        var acceptLoss = new Option<bool>("--accept-loss")
        {
            Description = "Let the new snapshot lack facts of the old one that removed.yaml does not name."
        };
        var command =
            new Command("compile",
            "Checks the seeds and compiles them to a snapshot; on errors prints them all and leaves the old snapshot in place.") { seeds,
            snapshot, acceptLoss };
        command.SetAction(parsed =>
        {
            var folder = new SeedFolder(parsed.GetValue(seeds)!.FullName);
            if (!folder.Exists) return Options.Fail($"There is no folder {folder.Path}; name the seeds with --seeds.");
            var target = parsed.GetValue(snapshot)!.FullName;
            CompileResult result;
            try
            {
                result = Options.Watch(progress => SeedCompiler.Compile(folder, target,
                    new() { Progress = progress, AcceptLoss = parsed.GetValue(acceptLoss) }));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Options.Fail(e.Message);
            }
            if (result.Revision is null) return Options.Complain(result);
            Console.WriteLine($"{result.Facts:N0} facts, revision {result.Revision}");
            return Options.Done;
        });
        return command;
    }
}
