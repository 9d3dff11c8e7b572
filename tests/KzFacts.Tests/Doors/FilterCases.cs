using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Tests.Doors;

/// <summary>A filter with a value, and the ids that it must keep.</summary>
sealed record FilterCase(string Path, string Parameter, object Value, Func<Oracle, IEnumerable<string>> Expected);

/// <summary>A case for every parameter of every filter.</summary>
static class FilterCases
{
    public static readonly IReadOnlyList<FilterCase> All =
    [
        Facts("from", "2022-01-12", (_, fact) => fact.Last >= new DateOnly(2022, 1, 12)),
        Facts("to", "2022-01-03", (_, fact) => fact.OrderedBy() <= new DateOnly(2022, 1, 3)),
        Facts("place", new[] { "mangystau" }, (oracle, fact) => fact.Places.Any(place => oracle.LiesIn(place.Id, "mangystau"))),
        Facts("bbox", "51,43,53,44", (_, fact) => fact.Places.Any(place =>
            place is { Longitude: >= 51 and <= 53, Latitude: >= 43 and <= 44 })),
        Facts("actor", new[] { "konstantin-zatulin", "leonid-kalashnikov" }, (_, fact) =>
            fact.Actors.Any(part => part.Actor.Id is "konstantin-zatulin" or "leonid-kalashnikov")),
        Facts("source", new[] { "pledgetimes-csto-peacekeepers" }, (_, fact) =>
            fact.Claims!.Any(claim => claim.Source.Id == "pledgetimes-csto-peacekeepers")),
        Facts("publisher", new[] { "Rossiya Segodnya" }, (oracle, fact) =>
            fact.Claims!.Any(claim => oracle.IsOf(claim.Source.Id, "Rossiya Segodnya"))),
        Facts("status", new[] { "retracted", "disputed" }, (_, fact) => fact.Status is Status.Retracted or Status.Disputed),
        Facts("minOrigins", 6, (_, fact) => fact.Origins >= 6),
        Facts("figuresDiffer", true, (_, fact) => fact.Figures.Any(figure => figure.Agreement == Agreement.Differ)),
        Facts("q", "hashrate", (_, fact) =>
            Oracle.HasWord($"{fact.Title} {fact.Summary} {string.Join(' ', fact.Claims!.Select(PassageAndHeadline))}", "hashrate")),
        Facts("asOf", "2022-01-04", (_, fact) => fact.Claims!.Any(claim => claim.KnownFrom <= new DateOnly(2022, 1, 4))),
        Facts("kind", new[] { "price_change", "toll" }, (_, fact) => fact.Kind is Kind.PriceChange or Kind.Toll),
        Of<Event>("events", "type", new[] { "clash", "riot" }, fact => fact.Type is EventType.Clash or EventType.Riot),
        Of<Statement>("statements", "speaker", new[] { "dmitry-peskov" }, fact => fact.Speaker.Id == "dmitry-peskov"),
        Of<Statement>("statements", "channel", new[] { "tv_address" }, fact => fact.Channel == Channel.TvAddress),
        Of<Statement>("statements", "topic", new[] { "lpg", "price" }, fact => fact.Topics.Intersect(["lpg", "price"]).Any()),
        Of<Statement>("statements", "about", new[] { "2022-01-05-almaty-unrest" }, fact =>
            fact.About.Any(about => about.Id == "2022-01-05-almaty-unrest")),
        Of<Statement>("statements", "quoted", true, fact => fact.Quote is not null),
        Of<PriceChange>("price-changes", "commodity", new[] { "lpg" }, fact => fact.Commodity == "lpg"),
        Of<PriceChange>("price-changes", "measure", new[] { "cap" }, fact => fact.Measure == "cap"),
        Of<PriceChange>("price-changes", "currency", new[] { "KZT" }, fact => fact.Currency == "KZT"),
        Of<PriceChange>("price-changes", "unit", new[] { "barrel" }, fact => fact.Unit == "barrel"),
        Of<Deployment>("deployments", "operation", new[] { "baikonur-security-2022" }, fact => fact.Operation == "baikonur-security-2022"),
        Of<Deployment>("deployments", "contributor", new[] { "armenia" }, fact => fact.Contributor.Id == "armenia"),
        Of<Deployment>("deployments", "formation", new[] { "98th-guards-airborne-division" }, fact =>
            fact.Formation?.Id == "98th-guards-airborne-division"),
        Of<Deployment>("deployments", "phase", new[] { "possible" }, fact => fact.Phase == Phase.Possible),
        Of<Toll>("tolls", "measure", new[] { "killed" }, fact => fact.Measure == "killed"),
        Of<Toll>("tolls", "group", new[] { "security_forces" }, fact => fact.Group == "security_forces"),
        Of<Toll>("tolls", "reportedBy", new[] { "yerlan-turgumbayev" }, fact => fact.ReportedBy?.Id == "yerlan-turgumbayev"),
        new("sources", "publisher", new[] { "RFE/RL" }, oracle =>
            oracle.Sources.Where(source => source.Publisher == "RFE/RL" || source.PublisherGroup == "RFE/RL").Select(source => source.Id)),
        new("sources", "language", new[] { "kk", "ky" }, oracle =>
            oracle.Sources.Where(source => source.Language is "kk" or "ky").Select(source => source.Id)),
        new("sources", "kind", new[] { "ngo" }, oracle => oracle.Sources.Where(source => source.Kind == SourceKind.Ngo)
            .Select(source => source.Id)),
        new("sources", "q", "peacekeepers", oracle => oracle.Sources.Where(source => Oracle.HasWord(source.Title ?? "", "peacekeeper"))
            .Select(source => source.Id)),
        new("actors", "kind", new[] { "military_unit" }, oracle =>
            oracle.Actors.Where(actor => actor.Kind == ActorKind.MilitaryUnit).Select(actor => actor.Id)),
        new("actors", "affiliation", new[] { "russia" }, oracle =>
            oracle.Actors.Where(actor => actor.Affiliations.Any(one => one.Id == "russia")).Select(actor => actor.Id)),
        new("actors", "q", "Токаев", oracle => oracle.Actors.Where(actor =>
            Oracle.HasWord($"{actor.Names.En} {actor.Names.Ru} {actor.Names.Kk} {string.Join(' ', actor.Aliases)} {actor.Description}",
            "tokae")).Select(actor => actor.Id)),
        new("places", "kind", new[] { "base" }, oracle => oracle.Places.Where(place => place.Kind == PlaceKind.Base)
            .Select(place => place.Id)),
        new("places", "within", new[] { "almaty-region" }, oracle =>
            oracle.Places.Where(place => oracle.LiesIn(place.Id, "almaty-region")).Select(place => place.Id)),
        new("places", "q", "Жаңаөзен", oracle => ["zhanaozen"]),
        new("words", "registry", new[] { "currency" }, oracle =>
            oracle.Words.Where(word => word.Registry == "currency").Select(word => word.Id)),
        new("words", "q", "баррель", oracle => ["unit.barrel"]),
    ];

    static string PassageAndHeadline(Claim claim) => $"{claim.Evidence.Start} {claim.Evidence.End} {claim.Source.Title}";

    static FilterCase Facts(string parameter, object value, Func<Oracle, Fact, bool> keeps) =>
        new("facts", parameter, value, oracle => oracle.Facts.Where(fact => keeps(oracle, fact)).Select(fact => fact.Id));

    static FilterCase Of<TFact>(string path, string parameter, object value, Func<TFact, bool> keeps) where TFact : Fact =>
        new(path, parameter, value, oracle => oracle.Facts.OfType<TFact>().Where(keeps).Select(fact => fact.Id));
}
