using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

/// <summary>Facts as Atom entries (RFC 4287). An id contains no host, so it stays the same when the address changes. An entry is
/// updated on the day of the fact's last change, never at the time of a request.</summary>
/// <param name="lane">The lane that reads the days of changes.</param>
/// <param name="root">The public address of the server.</param>
sealed class AtomFeed(Lane lane, string root, DateOnly? asOf)
{
    /// <summary>The namespace of ids (RFC 4151).</summary>
    const string Tag = "tag:kzfacts,2022:";

    static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>A page of a feed (RFC 5005).</summary>
    /// <param name="path">The path under <c>/v1</c> with the query of this feed, without the parameters that select a page.</param>
    public byte[] Page(string label, string path, string self, string? next, IReadOnlyList<Fact> facts)
    {
        var changed = FactReads.LastChanges(lane, [.. facts.Select(fact => fact.Id)], asOf);
        return Page(label, path, self, next, [.. facts.Select(fact => Entry(fact, changed))]);
    }

    /// <summary>A page of changes. Each change is an entry.</summary>
    /// <param name="changes">The changes as finished JSON.</param>
    public byte[] Page(string path, string self, string? next, IEnumerable<JsonElement> changes) =>
        Page("Changes", path, self, next, [.. changes.Select(Entry)]);

    byte[] Page(string label, string path, string self, string? next, IReadOnlyList<SyndicationItem> entries)
    {
        var feed = new SyndicationFeed
        {
            Id = Tag + path,
            Title = new TextSyndicationContent($"{Review.Publisher}: {label}"),
            LastUpdatedTime = entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.LastUpdatedTime),
            Copyright = new TextSyndicationContent("CC BY 4.0"),
            Authors = { Author },
            Links = { new(new(self), "self", null, MediaTypes.TypeOf("atom"), 0),
                new(new($"{root}/v1/{path}"), "alternate", null, "application/json", 0) },
            Items = entries,
        };
        if (next is not null) feed.Links.Add(new(new(next), "next", null, MediaTypes.TypeOf("atom"), 0));
        return Write(xml => new Atom10FeedFormatter(feed).WriteTo(xml));
    }

    /// <summary>A document with a single entry.</summary>
    public byte[] Document(Fact fact)
    {
        var entry = Entry(fact, FactReads.LastChanges(lane, [fact.Id], asOf));
        entry.Authors.Add(Author);
        return Write(xml => new Atom10ItemFormatter(entry).WriteTo(xml));
    }

    static SyndicationPerson Author => new() { Name = Review.Publisher };

    SyndicationItem Entry(Fact fact, IReadOnlyDictionary<string, DateOnly> changed)
    {
        var address = ClaimWords.AddressOf(root, fact.Id, asOf);
        var entry = new SyndicationItem
        {
            Id = $"{Tag}facts/{fact.Id}",
            Title = new TextSyndicationContent(fact.Title),
            Summary = new TextSyndicationContent(SummaryOf(fact)),
            LastUpdatedTime = Time(changed[fact.Id]),
            Links = { new(new(address), "alternate", null, "application/json", 0) },
            Categories = { new(ClosedWords.Of(fact.Kind), $"{Tag}kind", null), new(ClosedWords.Of(fact.Status), $"{Tag}status", null) },
        };
        if (fact.FirstReported is { } reported) entry.PublishDate = Time(reported);
        return entry;
    }

    SyndicationItem Entry(JsonElement change)
    {
        string? Text(string member) => change.GetProperty(member).GetString();
        var (id, action, at) = (Text("fact")!, Text("action")!, change.GetProperty("at").GetDateTimeOffset());
        var fact = FactJson.Read<Fact>(Encoding.UTF8.GetBytes(change.GetProperty(action == "removed" ? "before" : "after").GetRawText()));
        return new()
        {
            Id = $"{Tag}changes/{Text("at")}/{id}",
            Title = new TextSyndicationContent($"{char.ToUpperInvariant(action[0])}{action[1..]}: {fact.Title}"),
            Summary = new TextSyndicationContent(action == "removed" ? Text("reason") ?? "Without a reason given." : SummaryOf(fact)),
            PublishDate = at,
            LastUpdatedTime = at,
            Links = { new(new(ClaimWords.AddressOf(root, id, null)), "alternate", null, "application/json", 0) },
            Categories = { new(ClosedWords.Of(fact.Kind), $"{Tag}kind", null), new(action, $"{Tag}action", null) },
        };
    }

    string SummaryOf(Fact fact) => $"{fact.ClaimText().TrimEnd('.')}. {Review.StatusOf(fact, lane)}.";

    static DateTimeOffset Time(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Writing)) write(xml);
        return bytes.ToArray();
    }
}
