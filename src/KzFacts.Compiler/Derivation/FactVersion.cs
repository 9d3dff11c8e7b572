using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Derivation;

/// <summary>A claim with its page.</summary>
/// <param name="Day">The first day on which it counts.</param>
/// <param name="Reported">The day by which its page is proven to have been published. Null if it is only known when the page was
/// read.</param>
public sealed record DatedClaim(SeedClaim Claim, SeedSource Source, DateOnly Day, DateOnly? Reported)
{
    /// <summary>Whether it says that the fact is so, or that the statement was made.</summary>
    public bool IsSupport => Claim.Stance is Stance.Supports or Stance.Rebuts;

    public bool IsRetraction => Claim is { Stance: Stance.Retracts, Modality: not Modality.Speculated };

    /// <summary>The claims of a fact. A retracting claim counts no later than the last day of the retracting event, but not before
    /// the fact itself is known.</summary>
    /// <param name="retractedOn">The last day of the retracting event, or null.</param>
    public static IReadOnlyList<DatedClaim> Of(IEnumerable<(SeedClaim Claim, SeedSource Source)> claims, DateOnly? retractedOn)
    {
        var all = claims.ToList();
        var known = all.Min(one => one.Source.KnownFrom);
        return [.. all.Select(one => one.Claim.Stance == Stance.Retracts && retractedOn is { } last
            ? new DatedClaim(one.Claim, one.Source, Earlier(one.Source.KnownFrom, last < known ? known : last),
                Earlier(one.Source.Reported ?? last, last))
            : new DatedClaim(one.Claim, one.Source, one.Source.KnownFrom, one.Source.Reported))];
    }

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>What was known of a fact during a period.</summary>
/// <param name="From">The first day at whose end it held.</param>
/// <param name="Until">The first day at whose end it no longer held. Null for the present.</param>
/// <param name="Claims">The claims that count, the earliest first.</param>
public sealed record FactVersion(DateOnly From, DateOnly? Until, IReadOnlyList<DatedClaim> Claims)
{
    public bool IsPresent => Until is null;

    /// <summary>The history of a fact. It has one version for each day on which a claim of the fact, or a related fact, became
    /// known.</summary>
    /// <param name="daysOfRelations">The days on which related facts became known. Days before the first day of the fact are
    /// ignored.</param>
    public static IReadOnlyList<FactVersion> Of(IEnumerable<DatedClaim> claims, IEnumerable<DateOnly> daysOfRelations)
    {
        var all = claims.OrderBy(claim => claim.Day).ThenBy(claim => claim.Source.Id, StringComparer.Ordinal).ToList();
        var first = all[0].Day;
        var days = all.Select(claim => claim.Day).Union(daysOfRelations.Where(day => day > first)).Order().ToList();
        return [.. days.Select((day, i) => new FactVersion(day, i + 1 < days.Count ? days[i + 1]
            : null, [.. all.Where(claim => claim.Day <= day)]))];
    }

    /// <summary>What the claims say together: the first status whose condition holds.</summary>
    public Status StatusOf(int origins)
    {
        var supporting = Claims.Where(claim => claim.IsSupport).ToList();
        if (Claims.Any(claim => claim.IsRetraction)) return Status.Retracted;
        if (supporting.Count > 0 && Claims.Any(claim => claim.Claim.Stance == Stance.Disputes)) return Status.Disputed;
        if (supporting.All(claim => claim.Claim.Modality == Modality.Speculated)) return Status.Unconfirmed;
        return origins >= 2 ? Status.Corroborated : Status.SingleSource;
    }
}
