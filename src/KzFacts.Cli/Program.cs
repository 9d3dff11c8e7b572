using System.CommandLine;
using KzFacts.Cli;

return await new RootCommand("KzFacts for editors: compile the seeds, check them, look a page up.")
{
    CompileCommand.Make(),
    LintCommand.Make(),
    LookupCommand.Make(),
}.Parse(args).InvokeAsync();
