using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Proof;

/// <summary>Decides whether a saved answer is what a snapshot answers. Everything that the snapshot determines is made again from
/// it, and the whole is compared byte by byte, except white space between JSON tokens. Only the members in <see cref="NotProven"/>
/// are skipped, as they depend on the question.</summary>
public sealed class AnswerProof
{
    static readonly string[] MayBeNull = ["count", "nextCursor", "next", "didYouMean"];

    readonly Lane lane;
    readonly Snapshot snapshot;
    readonly List<FactProof> facts = [];
    readonly List<string> notProven = [], differences = [];

    AnswerProof(Snapshot snapshot, Lane lane) => (this.snapshot, this.lane) = (snapshot, lane);

    /// <summary>The facts in the answer, in order.</summary>
    public IReadOnlyList<FactProof> Facts => facts;

    /// <summary>The differences: where, the value in the answer, and the value in the snapshot.</summary>
    public IReadOnlyList<string> Differences => differences;

    /// <summary>Members that the snapshot does not determine, with their values.</summary>
    public IReadOnlyList<string> NotProven => notProven;

    public bool Holds => differences.Count == 0;

    /// <exception cref="InvalidParametersException">The text is not an answer that can be verified.</exception>
    public static AnswerProof Of(Snapshot snapshot, ReadOnlySpan<byte> saved)
    {
        using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan);
        var proof = new AnswerProof(snapshot, lane);
        if (!Utf8.IsValid(saved)) throw Unusable("it is not UTF-8.");
        var given = Compact(saved);
        using var document = Parse(given);
        var held = proof.Whole(document.RootElement);
        if (held.AsSpan().SequenceEqual(given)) return proof;
        using var other = JsonDocument.Parse(held);
        proof.differences.AddRange(JsonDifferences.Between(document.RootElement, other.RootElement).Select(Say));
        if (proof.Holds) proof.differences.Add("the bytes: the values are equal, but written differently");
        return proof;
    }

    static string Say(JsonDifference one) => $"{(one.Path.Length == 0 ? "the answer" : one.Path)}: " + (one switch
    {
        { Here: null, Held: { } held } => $"missing here, in the snapshot {one.Show(held)}",
        { Here: { } here, Held: null } => $"here {one.Show(here)}, not in the snapshot",
        { Here: { ValueKind: JsonValueKind.Object } here, Held.ValueKind: JsonValueKind.Null } =>
            $"here {one.Show(here)}, in the snapshot nothing",
        _ => $"here {one.Show(one.Here!.Value)}, in the snapshot {one.Show(one.Held!.Value)}",
    });

    static JsonDocument Parse(byte[] given)
    {
        try
        {
            var reader = new Utf8JsonReader(given);
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String) reader.GetString();
            return JsonDocument.Parse(given);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for an escaped half of a surrogate pair
        {
            throw Unusable($"it is not JSON: {e.Message}");
        }
    }

    static InvalidParametersException Unusable(string detail) =>
        new([new(ErrorCode.Malformed, "answer", detail, Hint:
            "save, as it came, a JSON answer of /v1: an entry, a list, a search, a look-up or a history; csv, ld+json, citations and " +
            "GraphQL keep too little of the facts")]);

    /// <summary>The JSON without byte order mark and without white space between tokens.</summary>
    static byte[] Compact(ReadOnlySpan<byte> json)
    {
        var compact = new ArrayBufferWriter<byte>(json.Length + 1);
        var inText = false;
        for (var i = json.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0; i < json.Length; i++)
        {
            if (!inText && " \n\r\t"u8.Contains(json[i])) continue;
            if (json[i] == '"') inText = !inText;
            if (inText && json[i] == '\\' && i + 1 < json.Length) compact.Write(json.Slice(i++, 1));
            compact.Write(json.Slice(i, 1));
        }
        return compact.WrittenSpan.ToArray();
    }

    /// <summary>The answer that the snapshot gives.</summary>
    byte[] Whole(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) throw Unusable("it is not an object.");
        return given.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            && Text(given, "revision") is not null ? List(given, items)
            : Entry(given) ?? throw Unusable("it is not an answer that can be made from a snapshot.");
    }

    /// <summary>The entry that the snapshot holds. Null if the value is not an entry.</summary>
    byte[]? Entry(JsonElement given) => given.ValueKind != JsonValueKind.Object ? null
        : given.TryGetProperty("match", out _) && Text(given, "url") is { } url ? LookUp(given, url)
        : given.TryGetProperty("snippets", out _) && given.TryGetProperty("fact", out _) ? Found(given)
        : Text(given, "id") is not { } id ? null
        : given.TryGetProperty("versions", out _) ? FactHistory.Of(lane, id) is { } history ? FactJson.Utf8(history) : Nothing
        : given.TryGetProperty("hash", out _) ? given.TryGetProperty("kind", out _) ? FactOf(given, id)?.Json ?? Nothing : null
        : Name(given, id);

    static byte[] Nothing => "null"u8.ToArray();

    byte[] List(JsonElement given, JsonElement items) => Remade(given, member => member.Name switch
    {
        "revision" => FactJson.Utf8(snapshot.State.Revision),
        "items" =>
            [.. "["u8, .. items.EnumerateArray().SelectMany((item, i) => (byte[])[.. i == 0 ? ""u8 : ","u8, .. Entry(item) ?? Nothing]),
            .. "]"u8],
        _ => null,
    });

    /// <summary>A fact in a search result. Its snippets depend on the question.</summary>
    byte[] Found(JsonElement given) => Remade(given, member => member.NameEquals("fact") ? Entry(member.Value) ?? Nothing : null);

    /// <summary>An object whose members are made again. Members that cannot be are listed as not proven and kept.</summary>
    byte[] Remade(JsonElement given, Func<JsonProperty, byte[]?> remake)
    {
        var made = new ArrayBufferWriter<byte>();
        foreach (var member in given.EnumerateObject())
        {
            made.Write(made.WrittenCount == 0 ? "{"u8 : ","u8);
            made.Write(FactJson.Utf8(member.Name));
            made.Write(":"u8);
            var remade = remake(member);
            if (remade is null && !(member.Value.ValueKind == JsonValueKind.Null && MayBeNull.Contains(member.Name)))
                notProven.Add($"{member.Name} ({member.Value.GetRawText()})");
            made.Write(remade ?? JsonMarshal.GetRawUtf8Value(member.Value));
        }
        made.Write("}"u8);
        return made.WrittenSpan.ToArray();
    }

    byte[] Name(JsonElement given, string id)
    {
        byte[]? held = null;
        foreach (var collection in Catalog.All.Where(collection => !collection.IsFact))
            collection.Find(lane, id, row =>
            {
                // A country is a place and an actor with the same id.
                if (held is null || row.Utf8(0).SequenceEqual(JsonMarshal.GetRawUtf8Value(given))) held = row.Utf8(0).ToArray();
            });
        return held ?? Nothing;
    }

    /// <summary>Looks the address up again with the options of the answer. They follow from its facts: the day, the fact that was
    /// asked for, and whether all claims were included.</summary>
    byte[] LookUp(JsonElement given, string url)
    {
        if (WebAddress.Of(url) is null) return Nothing;
        var page = Lookup.Find(lane, url);
        List<JsonElement> told = [.. given.TryGetProperty("claims", out var claims) && claims.ValueKind == JsonValueKind.Array
            ? claims.EnumerateArray().Where(claim => claim.ValueKind == JsonValueKind.Object && claim.TryGetProperty("fact", out _))
            .Select(claim => claim.GetProperty("fact")) : []];
        var versions = told.ConvertAll(fact => Text(fact, "id") is { } id ? FactOf(fact, id) : null);
        DateOnly? day = versions.Exists(version => version is { IsPresent: false })
            ? versions.Max(version => version?.From) : versions.Count == 0 ? DateOnly.MinValue : null;
        var withClaims = told.Exists(HasClaims);
        string?[] only = told.Count == 1 ? [null, Text(told[0], "id")] : [null];
        byte[][] answers = [.. from asOf in day == DateOnly.MinValue ? [null, day]
            : new[] { day } from claim in only select Again(page, new(asOf, withClaims, claim))];
        return answers.FirstOrDefault(answer => answer.AsSpan().SequenceEqual(JsonMarshal.GetRawUtf8Value(given))) ?? answers[^1];
    }

    byte[] Again(LookupPage page, LookupOptions options)
    {
        var answer = new ArrayBufferWriter<byte>();
        LookupWriter.Write(lane, page, options, answer);
        return answer.WrittenSpan.ToArray();
    }

    /// <summary>The version that the fact is. If there is none: the version with its hash, then the present one. Null if the id is
    /// unknown.</summary>
    HeldVersion? FactOf(JsonElement given, string id)
    {
        List<HeldVersion> versions = [];
        FactReads.VersionsFromNow(lane, id, HasClaims(given), row => versions.Add(
            new(row.Utf8(0).ToArray(), FactReads.Day(row.Text(1)), FactReads.Day(row.Text(2)), row.Number(3) == 1)));
        var same = versions.Find(version => version.Json.AsSpan().SequenceEqual(JsonMarshal.GetRawUtf8Value(given)));
        var held = same ?? versions.Find(version => FactJson.Read<Fact>(version.Json).Hash == Text(given, "hash"))
            ?? versions.FirstOrDefault();
        facts.Add(new(id, HasClaims(given) ? FactProof.HashOf(JsonMarshal.GetRawUtf8Value(given))
            : OwnHash.NotWithoutClaims, held, same is not null));
        return held;
    }

    static bool HasClaims(JsonElement fact) =>
        fact.ValueKind == JsonValueKind.Object && fact.TryGetProperty("claims", out var claims) && claims.ValueKind != JsonValueKind.Null;

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
