using System.Text.Json;

namespace KzFacts.Benchmarks.Load;

/// <summary>A hundred addresses looked up in one request, beside one address in one request.</summary>
/// <param name="MostCost">What the hundred may cost at most, in requests of one address.</param>
sealed record Batch(string Name, double MostCost, IReadOnlyList<Request> One, IReadOnlyList<Request> Hundred)
{
    const int Size = 100;

    /// <summary>Addresses that are held, drawn from a snapshot, and addresses that are not.</summary>
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

/// <summary>What a batch cost, in requests of one address.</summary>
sealed record BatchResult(Batch Batch, double Cost, long Errors);
