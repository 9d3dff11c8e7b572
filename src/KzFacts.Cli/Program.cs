using System.CommandLine;
using KzFacts.Cli;

var parsed =
    new RootCommand(
    "KzFacts for editors: compile the seeds, check them, look a page up, check a text, verify an answer, compare two snapshots, count.")
{
    CompileCommand.Make(),
    LintCommand.Make(),
    LookupCommand.Make(),
    CheckCommand.Make(),
    VerifyCommand.Make(),
    DiffCommand.Make(),
    StatsCommand.Make(),
}.Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? Options.Unusable : exitCode;
