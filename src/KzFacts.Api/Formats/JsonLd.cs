using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzFacts.Api.Kinds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.Formats;

/// <summary>Facts in the vocabulary of schema.org, as JSON-LD. A fact is an Event, a Quotation or a Claim, with the pages where it
/// appears. It has a ClaimReview only if it is disputed, rebutted or retracted.</summary>
/// <param name="root">The public address of the server.</param>
/// <param name="asOf">The day of what was known, or null for the present. Each has an address of its own.</param>
sealed class JsonLd(Lane lane, string root, DateOnly? asOf)
{
    /// <summary>A fact with its claims.</summary>
    public JsonObject Of(Fact fact) => Graph(Nodes(fact));

    /// <summary>The answer to a look-up with all claims: the page and what it claims. Empty if no page was found.</summary>
    public JsonObject OfLookup(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        T Read<T>(JsonElement element) => FactJson.Read<T>(JsonMarshal.GetRawUtf8Value(element));
        if (document.RootElement.GetProperty("source") is not { ValueKind: JsonValueKind.Object } source) return Graph([]);
        List<Fact> facts = [.. document.RootElement.GetProperty("claims").EnumerateArray()
            .Select(claim => Read<Fact>(claim.GetProperty("fact")))];
        return Graph(facts.SelectMany(Nodes).Prepend(Page(Read<Source>(source), facts)));
    }

    static JsonObject Graph(IEnumerable<JsonObject> nodes) =>
        new() { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. nodes]) };

    IEnumerable<JsonObject> Nodes(Fact fact)
    {
        if (KindView.All[fact.Kind].LinkedDataOf(fact, this) is { } own) yield return own;
        yield return Claim(fact);
        if (Review.Of(fact, lane) is { } review) yield return ReviewOf(fact, review);
    }

    JsonObject Page(Source page, IEnumerable<Fact> facts) => Plain(new()
    {
        ["@type"] = page.Kind switch
        {
            SourceKind.News or SourceKind.Wire => "NewsArticle",
            SourceKind.Official =>
            "WebPage",
            SourceKind.Dataset => "Dataset",
            _ => "Article"
        },
        ["@id"] = SourceAddress(page.Id), ["url"] = page.Urls[0],
        ["sameAs"] = new JsonArray([.. page.Urls.Skip(1).Select(url => (JsonNode)url)]),
        ["name"] = page.Title, ["inLanguage"] = page.Language, ["datePublished"] = page.Published,
        ["publisher"] = Organization(page.Publisher),
        ["mentions"] = new JsonArray([.. facts.Select(ClaimReference)]),
    });

    public JsonObject Event(Event fact) => Plain(new()
    {
        ["@type"] = "Event", ["@id"] = Address(fact), ["name"] = fact.Title, ["description"] = fact.Summary, ["startDate"] = fact.Began(),
        ["endDate"] = fact.Ended(),
        ["location"] = new JsonArray([.. fact.Places.Select(Place)]), ["subjectOf"] = ClaimReference(fact),
    });

    public JsonObject Quotation(Statement fact) => Plain(new()
    {
        ["@type"] = "Quotation", ["@id"] = Address(fact), ["text"] = fact.Quote!.Text, ["inLanguage"] = fact.Quote.Language,
        ["abstract"] = fact.Paraphrase,
        ["creator"] = Actor(fact.Speaker), ["dateCreated"] = fact.Began(), ["subjectOf"] = ClaimReference(fact),
    });

    JsonObject Claim(Fact fact)
    {
        var supporting = fact.Claims!.Where(claim => claim.Stance is Stance.Supports or Stance.Rebuts).ToList();
        return Plain(new()
        {
            ["@type"] = "Claim", ["@id"] = ClaimAddress(fact), ["url"] = Address(fact), ["name"] = fact.Title, ["text"] = fact.ClaimText(),
            ["creativeWorkStatus"] = ClosedWords.Of(fact.Status), ["author"] = fact.Claimant() is { } claimant
                ? Actor(claimant) : null, ["datePublished"] = Day(fact.ClaimedOn()),
            ["temporalCoverage"] = (fact.Began(), fact.Ended()) is var (began, ended) && began == ended
                ? began : $"{began ?? ".."}/{ended}",
            ["spatialCoverage"] = new JsonArray([.. fact.Places.Select(Place)]),
            ["firstAppearance"] = supporting.Where(claim => claim.Source.Published is not null).Select(Work).FirstOrDefault(),
            ["appearance"] = new JsonArray([.. supporting.Select(Work)]),
        });
    }

    JsonObject ReviewOf(Fact fact, Review review) => Plain(new()
    {
        ["@type"] = "ClaimReview", ["@id"] = $"{Address(fact)}#review", ["url"] = ClaimWords.PageOf(root, fact.Id, asOf),
        ["claimReviewed"] = fact.ClaimText(), ["reviewBody"] = Review.ReasonOf(fact),
        ["citation"] = new JsonArray([.. fact.Claims!.Where(claim => claim.Stance != Stance.Supports).Select(Work)]),
        ["inLanguage"] = Review.Language,
        ["datePublished"] = Day(review.Day), ["author"] = new JsonObject
        {
            ["@type"] = "Organization", ["name"] = Review.Publisher,
            ["url"] = root
        },
        ["itemReviewed"] = ClaimReference(fact), ["reviewRating"] = new JsonObject
        {
            ["@type"] = "Rating",
            ["alternateName"] = review.Rating, ["ratingExplanation"] = Review.ReasonOf(fact)
        },
    });

    JsonObject Work(Claim claim) => Plain(new()
    {
        ["@type"] = "CreativeWork", ["@id"] = SourceAddress(claim.Source.Id), ["url"] = claim.Source.Url, ["name"] = claim.Source.Title,
        ["inLanguage"] = claim.Source.Language,
        ["datePublished"] = claim.Source.Published, ["publisher"] = Organization(claim.Source.Publisher),
    });

    JsonObject Place(PlaceReference place) => Plain(new()
    {
        ["@type"] = "Place", ["@id"] = $"{root}/v1/places/{place.Id}", ["name"] = place.Name,
        ["geo"] = place is { Latitude: { } latitude, Longitude: { } longitude }
            ? new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude } : null,
    });

    JsonObject Actor(ActorReference actor)
    {
        var isPerson = RegistryReads.IsPerson(lane, actor.Id);
        return new() { ["@type"] = isPerson ? "Person" : "Organization", ["@id"] = $"{root}/v1/actors/{actor.Id}", ["name"] = actor.Name };
    }

    static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    JsonObject ClaimReference(Fact fact) => new() { ["@id"] = ClaimAddress(fact) };

    string ClaimAddress(Fact fact) => $"{Address(fact)}#claim";

    string Address(Fact fact) => ClaimWords.AddressOf(root, fact.Id, asOf);

    string SourceAddress(string id) => $"{root}/v1/sources/{id}";

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Removes null members. In JSON-LD an absent property is unknown, while null has no meaning.</summary>
    static JsonObject Plain(JsonObject node)
    {
        foreach (var name in node.Where(pair => pair.Value is null or JsonArray { Count: 0 }).Select(pair => pair.Key).ToList())
            node.Remove(name);
        return node;
    }
}
