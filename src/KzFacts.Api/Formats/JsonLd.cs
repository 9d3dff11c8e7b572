using System.Globalization;
using System.Text.Json.Nodes;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

/// <summary>Facts in the words of schema.org, as JSON-LD: an Event, a Quotation of a statement's own words, else a Claim, each with the pages
/// where it appears; and a ClaimReview only where the fact is disputed or retracted.</summary>
/// <param name="root">The public address of the server.</param>
sealed class JsonLd(Lane lane, string root)
{
    /// <summary>A fact with its claims.</summary>
    public JsonObject Of(Fact fact)
    {
        var claim = Claim(fact);
        List<JsonObject> nodes = [claim];
        if (fact is Event happening) nodes.Insert(0, Event(happening));
        if (fact is Statement { Quote: not null } statement) nodes.Insert(0, Quotation(statement));
        if (Review.Of(fact, lane) is { } review)
            nodes.Add(Plain(new()
            {
                ["@type"] = "ClaimReview", ["@id"] = $"{Address(fact)}#review", ["url"] = Address(fact), ["claimReviewed"] = fact.Title,
                ["datePublished"] = Day(review.Day), ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = "KzFacts", ["url"] = root },
                ["itemReviewed"] = new JsonObject { ["@id"] = (string)claim["@id"]! },
                ["reviewRating"] = new JsonObject { ["@type"] = "Rating", ["alternateName"] = review.Rating },
            }));
        return new() { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. nodes]) };
    }

    JsonObject Event(Event fact) => Plain(new()
    {
        ["@type"] = "Event", ["@id"] = Address(fact), ["name"] = fact.Title, ["description"] = fact.Summary, ["startDate"] = Day(fact.First), ["endDate"] = Day(fact.Last),
        ["location"] = new JsonArray([.. fact.Places.Select(Place)]),
        ["subjectOf"] = new JsonObject { ["@id"] = $"{Address(fact)}#claim" },
    });

    JsonObject Quotation(Statement fact) => Plain(new()
    {
        ["@type"] = "Quotation", ["@id"] = Address(fact), ["text"] = fact.Quote!.Text, ["inLanguage"] = fact.Quote.Language, ["abstract"] = fact.Paraphrase,
        ["creator"] = Actor(fact.Speaker), ["dateCreated"] = Day(fact.First), ["subjectOf"] = new JsonObject { ["@id"] = $"{Address(fact)}#claim" },
    });

    JsonObject Claim(Fact fact)
    {
        var supporting = fact.Claims!.Where(claim => claim.Stance == Stance.Supports).ToList();
        return Plain(new()
        {
            ["@type"] = "Claim", ["@id"] = $"{Address(fact)}#claim", ["url"] = Address(fact), ["name"] = fact.Title, ["text"] = fact.Summary ?? fact.Title,
            ["creativeWorkStatus"] = Words.Of(fact.Status), ["author"] = fact is Statement statement ? Actor(statement.Speaker) : fact is Toll { ReportedBy: { } reporter } ? Actor(reporter) : null,
            ["temporalCoverage"] = fact.First == fact.Last ? Day(fact.First) : $"{Day(fact.First)}/{Day(fact.Last)}",
            ["spatialCoverage"] = new JsonArray([.. fact.Places.Select(Place)]),
            ["firstAppearance"] = supporting.Where(claim => claim.KnownFrom is not null).Select(Work).FirstOrDefault(),
            ["appearance"] = new JsonArray([.. supporting.Select(Work)]),
        });
    }

    static JsonObject Work(Claim claim) => Plain(new()
    {
        ["@type"] = "CreativeWork", ["url"] = claim.Source.Url, ["headline"] = claim.Source.Title, ["inLanguage"] = claim.Source.Language,
        ["datePublished"] = claim.Source.Published, ["publisher"] = Organization(claim.Source.Publisher),
    });

    JsonObject Place(PlaceReference place) => Plain(new()
    {
        ["@type"] = "Place", ["@id"] = $"{root}/v1/places/{place.Id}", ["name"] = place.Name,
        ["geo"] = place is { Latitude: { } latitude, Longitude: { } longitude } ? new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude } : null,
    });

    JsonObject Actor(ActorReference actor)
    {
        var isPerson = lane.Exists("select 1 from actor where id = @Id and kind = 'person'", actor);
        return new() { ["@type"] = isPerson ? "Person" : "Organization", ["@id"] = $"{root}/v1/actors/{actor.Id}", ["name"] = actor.Name };
    }

    static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    string Address(Fact fact) => $"{root}/v1/facts/{fact.Id}";

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Leaves out what is not known: in JSON-LD an absent property is unknown, and null says nothing.</summary>
    static JsonObject Plain(JsonObject node)
    {
        foreach (var name in node.Where(pair => pair.Value is null or JsonArray { Count: 0 }).Select(pair => pair.Key).ToList()) node.Remove(name);
        return node;
    }
}
