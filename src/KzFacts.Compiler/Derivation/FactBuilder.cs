using KzFacts.Compiler.Kinds;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Derivation;

/// <summary>What other facts need to know about a fact.</summary>
/// <param name="KnownFrom">The first day on which it was known.</param>
/// <param name="Last">The last day of the fact itself.</param>
public sealed record FactSummary(string Id, Kind Kind, LocalNames Titles, IReadOnlyList<string> Places, DateOnly KnownFrom, DateOnly Last)
{
    public FactReference Reference => new() { Id = Id, Kind = Kind, Title = Titles.En, Titles = Titles };
}

/// <summary>Builds the finished record of one version of a fact from its seed, the registries and the facts to which it refers.</summary>
public sealed class FactBuilder(Registries names, Func<string, FactSummary> summaryOf)
{
    /// <summary>The versions of a fact, the earliest first.</summary>
    public IReadOnlyList<FactVersion> VersionsOf(SeedFact seed)
    {
        var retraction = seed.Related.GetValueOrDefault(RelationType.RetractedBy)?.Select(summaryOf).FirstOrDefault();
        var claims = DatedClaim.Of(seed.Claims.Select(claim => (claim, names.Sources[claim.Source])), retraction?.Last);
        return FactVersion.Of(claims, seed.Related.Values.SelectMany(ids => ids).Select(id => summaryOf(id).KnownFrom));
    }

    /// <summary>The record of a version, with its claims and an empty hash.</summary>
    public Fact Build(SeedFact seed, FactVersion version)
    {
        var supporting = version.Claims.Where(claim => claim.IsSupport).ToList();
        var origins = names.OriginsOf(supporting.Select(claim => claim.Source));
        var (first, last, time, precision) = seed.Time();
        var status = version.StatusOf(origins.Count);
        var relations = Relations(seed, version);
        var titles = seed.TitlesIn(names);
        var draft = seed.Draft(names, summaryOf);
        int Count(Stance stance) => version.Claims.Count(claim => claim.Claim.Stance == stance);
        return draft with
        {
            Id = seed.Id,
            Title = titles.En,
            Titles = titles,
            First = first,
            Last = last,
            Time = time,
            Precision = precision,
            Places = [.. seed.PlacesOf(summaryOf).Select(place => names.Places[place].Reference)],
            Actors = [.. seed.Participants.Select(part => new Participant { Actor = names.Actors[part.Actor].Reference,
                Role = part.Role })],
            Relations = [.. relations.Select(relation => new Relation { Type = relation.Type, Fact = relation.Fact.Reference })],
            Status = status,
            Retraction = status == Status.Retracted ? RetractionOf(version, relations) : null,
            Origins = origins.Count,
            Supports = Count(Stance.Supports),
            Rebuts = Count(Stance.Rebuts),
            Disputes = Count(Stance.Disputes),
            Retracts = Count(Stance.Retracts),
            Figures = Figures.Of(draft, supporting, origins),
            FirstReported = supporting.Min(claim => claim.Reported),
            Claims = [.. version.Claims.Select(ClaimOf)],
            Hash = "",
        };
    }

    Retraction RetractionOf(FactVersion version, IReadOnlyList<(RelationType Type, FactSummary Fact)> relations)
    {
        var retracting = version.Claims.Where(claim => claim.IsRetraction).ToList();
        FactReference? Related(RelationType type) => relations.FirstOrDefault(relation => relation.Type == type).Fact?.Reference;
        return new()
        {
            Since = retracting.Min(claim => claim.Reported),
            By = [.. retracting.Select(claim => claim.Claim.AttributedTo).OfType<string>().Distinct()
                .Select(id => names.Actors[id].Reference)],
            Sources = [.. retracting.Select(claim => claim.Source.Id)],
            Event = Related(RelationType.RetractedBy),
            Replacement = Related(RelationType.ReplacedBy),
        };
    }

    /// <summary>The relations of a version. Facts that became known later are not related yet.</summary>
    List<(RelationType Type, FactSummary Fact)> Relations(SeedFact seed, FactVersion version) =>
    [
        .. seed.Related.SelectMany(relation => relation.Value.Select(id => (relation.Key, Fact: summaryOf(id))))
            .Where(relation => version.IsPresent || relation.Fact.KnownFrom <= version.From),
    ];

    Claim ClaimOf(DatedClaim claim)
    {
        var (seed, source) = (claim.Claim, claim.Source);
        return new()
        {
            Source = new()
            {
                Id = source.Id, Url = source.Urls[0], Publisher = source.Publisher, OriginGroups = names.OriginsOf(source),
                Title = source.Title,
                Language = source.Language, Published = source.Published?.Text,
            },
            Stance = seed.Stance,
            Modality = seed.Modality,
            AttributedTo = seed.AttributedTo is { } actor ? names.Actors[actor].Reference : null,
            Evidence = new() { Start = seed.Evidence.Start, End = seed.Evidence.End, Url = TextFragment(source.Urls[0], seed.Evidence) },
            Values = seed.Values,
            Details = seed.Details,
            KnownFrom = claim.Day,
        };
    }

    /// <summary>A link that scrolls to the passage and highlights it (WICG, URL fragment text directives).</summary>
    static string TextFragment(string url, SeedEvidence evidence)
    {
        static string Escape(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
        return $"{url.Split('#')[0]}#:~:text={Escape(evidence.Start)},{Escape(evidence.End)}";
    }
}
