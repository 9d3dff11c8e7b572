using System.Text.Json;

namespace KzFacts.Benchmarks.Load;

/// <summary>A hundred addresses in one look-up, compared with one address in one look-up.</summary>
/// <param name="MostCost">The highest cost of the hundred, in look-ups of one address.</param>
sealed record Batch(string Name, double MostCost, IReadOnlyList<Request> One, IReadOnlyList<Request> Hundred)
{
    const int Size = 100;

    /// <summary>Addresses that a snapshot holds, and addresses that it does not hold.</summary>
    public static IReadOnlyList<Batch> All(string snapshot)
    {
        List<string> held = [.. Call.All(snapshot).Single(call => call.Name == Call.Lookup).Server.Select(request =>
            Uri.UnescapeDataString(request.Path.Split("url=")[1]))];
        return
        [
            Of("100 found", 0.85 * Size, held),
            Of("100 missed", 20, [.. held.Select((_, i) => $"https://nowhere.example/{i}")]),
        ];
    }

    static Batch Of(string name, double mostCost, List<string> urls) => new(name, mostCost,
        [.. urls.Select(url => new Request($"/v1/lookup?url={Uri.EscapeDataString(url)}"))],
        [.. urls.Chunk(Size).Select(some => new Request("/v1/lookup", JsonSerializer.Serialize(new { urls = some })))]);
}

/// <summary>The cost of a batch, in look-ups of one address.</summary>
sealed record BatchResult(Batch Batch, double Cost, long Errors);
