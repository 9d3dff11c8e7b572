using System.CommandLine;
using KzFacts.Data.Proof;
using KzFacts.Data.Querying;

namespace KzFacts.Cli;

/// <summary><c>kzfacts verify FILE</c>: tells whether a saved answer is what the snapshot answers.</summary>
static class VerifyCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "The saved JSON answer; - for standard input." };
        var snapshot = Options.Snapshot();
        var command =
            new Command("verify",
            "Checks a saved answer against the snapshot, byte for byte, and says what differs; exit code 1 where anything does.") { file,
            snapshot };
        command.SetAction(parsed =>
        {
            try
            {
                using var open = Snapshot.Open(parsed.GetValue(snapshot)!.FullName);
                return Show(AnswerProof.Of(open, Read(parsed.GetValue(file)!)), open.State.Revision);
            }
            catch (Exception e) when (e is InvalidSnapshotException or InvalidParametersException or IOException
                or UnauthorizedAccessException)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static byte[] Read(string file)
    {
        if (file != "-") return File.ReadAllBytes(file);
        using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        input.CopyTo(all);
        return all.ToArray();
    }

    static int Show(AnswerProof proof, string revision)
    {
        foreach (var fact in proof.Facts) Console.WriteLine($"{fact.Id}: {Say(fact)}");
        foreach (var difference in proof.Differences) Console.WriteLine($"differs: {difference}");
        foreach (var member in proof.NotProven) Console.WriteLine($"not proven: {member}, which depends on what was asked");
        Console.WriteLine($"{(proof.Holds ? "verified against" : "not what is held in")} revision {revision}");
        return proof.Holds ? Options.Done : Options.Negative;
    }

    static string Say(FactProof fact) => fact switch
    {
        { Held: null } => "unknown: the snapshot has no fact with this id",
        { IsHeld: true } => $"{Version(fact.Held)}{(fact.Hash == OwnHash.Right ? ", its hash is right" : "")}",
        { Hash: OwnHash.Right } => "no version in the snapshot, but its hash is right: it is from another revision",
        { Hash: OwnHash.Wrong } => "changed: its hash does not match its bytes",
        _ => "no version that the snapshot holds",
    };

    static string Version(HeldVersion held) =>
        held.IsPresent ? "the present version"
        : $"an older version, known from {held.From:yyyy-MM-dd}{(held.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}";
}
