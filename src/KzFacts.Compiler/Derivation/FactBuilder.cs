using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;

namespace KzFacts.Compiler.Derivation;

/// <summary>What other facts need to know of a fact.</summary>
/// <param name="KnownFrom">The day from which it was known, or null without a dated claim.</param>
/// <param name="Last">The last day of the fact itself.</param>
public sealed record FactSummary(string Id, Kind Kind, string Title, IReadOnlyList<string> Places, DateOnly? KnownFrom, DateOnly Last)
{
    public FactReference Reference => new() { Id = Id, Kind = Kind, Title = Title };
}

/// <summary>Makes the finished record of one version of a fact from its seed, the registries and the facts it refers to.</summary>
public sealed class FactBuilder(Registries names, Func<string, FactSummary> summaryOf)
{
    /// <summary>When a fact was, in days. Without a known beginning there is no first day, and the last is the end, or the end of the period that its id names.</summary>
    public static (DateOnly? First, DateOnly Last, string? Time, Precision Precision) TimeOf(SeedFact fact)
    {
        if (fact.Began is not { } began) return (null, (fact.Ended ?? fact.IdDate!.Value).Last, null, Precision.Unknown);
        var last = (fact.Ended ?? began).Last;
        return (began.First, last < began.First ? began.First : last, began.Time, fact.StatedPrecision ?? began.Precision);
    }

    /// <summary>The ids of the places of a fact; those of a statement are of the events it is about.</summary>
    public IReadOnlyList<string> PlacesOf(SeedFact fact) => fact switch
    {
        SeedEvent e => e.Places,
        SeedPriceChange p => p.Places,
        SeedDeployment d => d.Destination is { } destination ? [destination] : [],
        SeedToll t => [t.Place],
        SeedStatement s => [.. s.About.SelectMany(id => summaryOf(id).Places).Distinct()],
        _ => [],
    };

    /// <summary>The record of a version, with its claims and an empty hash.</summary>
    public Fact Build(SeedFact seed, FactVersion version)
    {
        var supporting = version.Claims.Where(claim => claim.Claim.Stance == Stance.Supports).ToList();
        var origins = Origins.Of(supporting.Select(claim => claim.Source));
        var originCount = origins.Values.Distinct().Count();
        var (first, last, time, precision) = TimeOf(seed);
        var status = Versions.StatusOf(version.Claims, originCount);
        var relations = Relations(seed, version);
        // The kind's own fields first: the spine, the same for all kinds, is laid over them.
        return KindOf(seed) with
        {
            Id = seed.Id,
            Title = Titles.Of(seed, names),
            First = first,
            Last = last,
            Time = time,
            Precision = precision,
            Places = [.. PlacesOf(seed).Select(place => names.Places[place].Reference)],
            Actors = [.. ActorsOf(seed).Select(part => new Participant { Actor = names.Actors[part.Actor].Reference, Role = part.Role })],
            Relations = [.. relations.Select(relation => new Relation { Type = relation.Type, Fact = relation.Fact.Reference })],
            Status = status,
            Retraction = status == Status.Retracted ? RetractionOf(version, relations) : null,
            Origins = originCount,
            Supports = supporting.Count,
            Disputes = version.Claims.Count(claim => claim.Claim.Stance == Stance.Disputes),
            Retracts = version.Claims.Count(claim => claim.Claim.Stance == Stance.Retracts),
            Undated = version.Undated,
            Figures = Figures.Of(seed, supporting, origins),
            FirstReported = supporting.Min(claim => claim.Day),
            Claims = [.. version.Claims.Select(ClaimOf)],
            Hash = "",
        };
    }

    Retraction RetractionOf(FactVersion version, IReadOnlyList<(RelationType Type, FactSummary Fact)> relations)
    {
        var retracting = version.Claims.Where(claim => claim.Claim is { Stance: Stance.Retracts, Modality: not Modality.Speculated }).ToList();
        var happening = relations.FirstOrDefault(relation => relation.Type == RelationType.RetractedBy).Fact;
        return new()
        {
            Since = retracting.Min(claim => claim.Day) ?? happening?.Last,
            By = [.. retracting.Select(claim => claim.Claim.AttributedTo).OfType<string>().Distinct().Select(id => names.Actors[id].Reference)],
            Sources = [.. retracting.Select(claim => claim.Source.Id)],
            Event = happening?.Reference,
            Replacement = relations.FirstOrDefault(relation => relation.Type == RelationType.ReplacedBy).Fact?.Reference,
        };
    }

    /// <summary>The relations that a version knows of: a fact that became known later is not yet related.</summary>
    List<(RelationType Type, FactSummary Fact)> Relations(SeedFact seed, FactVersion version) =>
    [
        .. seed.Related.SelectMany(relation => relation.Value.Select(id => (relation.Key, Fact: summaryOf(id))))
            .Where(relation => version.Current || relation.Fact.KnownFrom <= version.KnownFrom),
    ];

    /// <summary>The days on which facts related to this one became known.</summary>
    public IEnumerable<DateOnly> DaysOfRelations(SeedFact seed) => seed.Related.Values.SelectMany(ids => ids).Select(id => summaryOf(id).KnownFrom).OfType<DateOnly>();

    Claim ClaimOf(DatedClaim claim)
    {
        var (seed, source) = claim;
        return new()
        {
            Source = new()
            {
                Id = source.Id, Url = source.Urls[0], Publisher = source.Publisher, OriginGroups = source.Origins, Title = source.Title,
                Language = source.Language, Published = source.Published?.Text,
            },
            Stance = seed.Stance,
            Modality = seed.Modality,
            AttributedTo = Actor(seed.AttributedTo),
            Evidence = new() { Start = seed.Evidence.Start, End = seed.Evidence.End, Url = TextFragment(source.Urls[0], seed.Evidence) },
            Values = seed.Values,
            Details = seed.Details,
            KnownFrom = claim.Day,
        };
    }

    /// <summary>A link that scrolls to the passage and marks it (WICG, URL fragment text directives).</summary>
    static string TextFragment(string url, SeedEvidence evidence)
    {
        static string Escape(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
        return $"{url.Split('#')[0]}#:~:text={Escape(evidence.Start)},{Escape(evidence.End)}";
    }

    static IEnumerable<(string Actor, Role Role)> ActorsOf(SeedFact seed) => seed switch
    {
        SeedEvent e => e.Actors.SelectMany(role => role.Value.Select(actor => (actor, role.Key))),
        SeedStatement s => [(s.Speaker, Role.Speaker)],
        SeedDeployment { Formation: { } formation } d when formation != d.Contributor => [(d.Contributor, Role.Contributor), (formation, Role.Formation)],
        SeedDeployment d => [(d.Contributor, Role.Contributor)],
        SeedToll { ReportedBy: { } reporter } => [(reporter, Role.Reporter)],
        _ => [],
    };

    ActorReference? Actor(string? id) => id is null ? null : names.Actors[id].Reference;

    PlaceReference? Place(string? id) => id is null ? null : names.Places[id].Reference;

    Fact KindOf(SeedFact seed) => seed switch
    {
        SeedEvent e => Blank<Event>() with { Type = e.Type, Start = e.Start.Text, End = e.End?.Text, Summary = e.Summary },
        SeedStatement s => Blank<Statement>() with
        {
            Speaker = names.Actors[s.Speaker].Reference,
            Quote = s.Quote,
            Paraphrase = s.Paraphrase,
            Made = s.Made.Text,
            Channel = s.Channel,
            Topics = s.Topics,
            About = [.. s.About.Select(id => summaryOf(id).Reference)],
            Summary = s.Paraphrase,
        },
        SeedPriceChange p => Blank<PriceChange>() with
        {
            Commodity = p.Commodity,
            Measure = p.Measure,
            Unit = p.Unit,
            Currency = p.Currency,
            Before = p.Before,
            After = p.After,
            Percent = PercentOf(p),
            Effective = p.Effective.Text,
            Cause = p.Cause,
            Summary = p.Cause,
        },
        SeedDeployment d => Blank<Deployment>() with
        {
            Operation = d.Operation,
            Contributor = names.Actors[d.Contributor].Reference,
            Formation = Actor(d.Formation),
            Origin = Place(d.Origin),
            Destination = Place(d.Destination),
            Phase = d.Phase,
            Personnel = d.Personnel,
            Equipment = d.Equipment,
            LegalBasis = d.LegalBasis,
            Start = d.Start?.Text,
            End = d.End?.Text,
            Summary = d.Equipment,
        },
        SeedToll t => Blank<Toll>() with
        {
            Measure = t.Measure,
            Group = t.Group,
            Count = t.Count,
            CountedOn = t.CountedOn.Text,
            ReportedBy = Actor(t.ReportedBy),
            Note = t.Note,
            Summary = t.Note,
        },
        _ => throw new NotSupportedException($"There is no record for {seed.GetType().Name}."),
    };

    /// <summary>A record whose required properties the caller sets by <c>with</c>, half of them here and the spine in <see cref="Build"/>.</summary>
    static TFact Blank<TFact>() where TFact : Fact => Activator.CreateInstance<TFact>();

    static Percent? PercentOf(SeedPriceChange price) => price switch
    {
        { Percent: { } printed } => new() { Value = printed, Derived = false },
        { Unit: "percent" } => null, // a percentage of a percentage misleads
        { Before: { Min: { } before and not 0, Max: var top }, After: { Min: { } after, Max: var roof } } when top == before && roof == after =>
            new() { Value = Math.Round((after - before) / before * 100, 2), Derived = true },
        _ => null,
    };
}
