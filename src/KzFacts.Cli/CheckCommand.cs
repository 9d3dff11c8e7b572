using System.CommandLine;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Cli;

/// <summary><c>kzfacts check FILE</c>: compares the sentences of a text with the facts.</summary>
static class CheckCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file")
        {
            Description = "The text, in UTF-8; - for standard input.", DefaultValueFactory = _ =>
            "-"
        };
        var date = Options.Day("--date", "The text's own day, such as 2022-01-16.");
        var asOf = Options.AsOf();
        var snapshot = Options.Snapshot();
        var command =
            new Command("check",
            "Compares a text with what is held, sentence by sentence; exit code 1 where nothing is held on any.") { file, date, asOf,
            snapshot };
        command.SetAction(parsed =>
        {
            try
            {
                var name = parsed.GetValue(file)!;
                var asked = new CheckedText(name == "-" ? Console.In.ReadToEnd()
                    : File.ReadAllText(name), parsed.GetValue(date), parsed.GetValue(asOf));
                if (Check.Objection(asked) is { } error) return Options.Fail($"{error.Parameter}: {error.Detail}");
                using var open = Snapshot.Open(parsed.GetValue(snapshot)!.FullName);
                using var lane = open.Rent(Timeout.InfiniteTimeSpan);
                return Show(Check.Of(lane, asked));
            }
            catch (Exception e) when (e is InvalidSnapshotException or IOException or UnauthorizedAccessException)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static int Show(CheckAnswer answer)
    {
        foreach (var sentence in answer.Sentences)
        {
            Console.WriteLine($"{sentence.Text.ReplaceLineEndings(" ")}");
            foreach (var found in sentence.Facts)
            {
                Console.WriteLine(
                    $"  {ClosedWords.Of(found.Judgement),-9}  {found.Fact.Days()}  {found.Fact.Title} " +
                    $"({ClosedWords.Of(found.Fact.Status)})");
                foreach (var element in found.Elements)
                    Console.WriteLine(
                        $"             {ClosedWords.Of(element.Element)}: {element.Stated ?? "-"} / " +
                        $"{element.Held}{element.Agrees switch { true => "", false => "  differs", null => "  unclear" }}");
                Console.WriteLine($"             {found.Fact.Id}");
            }
            Console.WriteLine();
        }
        Console.WriteLine($"{answer.Checked} sentences, nothing is held on {answer.Silent} of them, which says nothing about their truth");
        return answer.Sentences.Count > 0 ? Options.Done : Options.Negative;
    }
}
