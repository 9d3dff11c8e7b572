using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Derivation;

/// <summary>A claim with its page and the day from which it counts, or null without a date.</summary>
public sealed record DatedClaim(SeedClaim Claim, SeedSource Source)
{
    public DateOnly? Day => Source.KnownFrom;
}

/// <summary>What was known of a fact from one day until another.</summary>
/// <param name="KnownFrom">First day on which it held; <see cref="Versions.Forever"/> for a present that counts undated claims too.</param>
/// <param name="KnownUntil">First day on which it no longer held.</param>
/// <param name="Current">Whether it is the present.</param>
/// <param name="Claims">The claims that count, earliest first, undated last.</param>
/// <param name="Undated">Claims left aside for want of a date.</param>
public sealed record FactVersion(DateOnly KnownFrom, DateOnly KnownUntil, bool Current, IReadOnlyList<DatedClaim> Claims, int Undated);

/// <summary>History by publication: a fact has a version for each day on which a claim of it, or a fact it is related to, appeared. The present also counts the
/// claims without a date; where there are such, it is a version of its own that no day shows.</summary>
public static class Versions
{
    public static readonly DateOnly Forever = new(9999, 12, 31);

    /// <param name="daysOfRelations">Days on which related facts became known; those before the fact's own first day do not count.</param>
    public static IReadOnlyList<FactVersion> Of(IEnumerable<DatedClaim> claims, IEnumerable<DateOnly>? daysOfRelations = null)
    {
        var all = claims.OrderBy(claim => claim.Day ?? Forever).ThenBy(claim => claim.Source.Id, StringComparer.Ordinal).ToList();
        var undated = all.Count(claim => claim.Day is null);
        var days = all.Select(claim => claim.Day).OfType<DateOnly>().Distinct().ToList();
        if (days.Count > 0) days = [.. days.Union((daysOfRelations ?? []).Where(day => day > days[0])).Order()];
        List<FactVersion> versions = [];
        for (var i = 0; i < days.Count; i++)
        {
            var last = i == days.Count - 1;
            versions.Add(new(days[i], last ? Forever : days[i + 1], last && undated == 0, [.. all.Where(claim => claim.Day <= days[i])], undated));
        }
        if (undated > 0) versions.Add(new(Forever, Forever, true, all, 0));
        return versions;
    }

    /// <summary>What the claims together say; the first that fits.</summary>
    public static Status StatusOf(IReadOnlyList<DatedClaim> claims, int origins)
    {
        var supporting = claims.Where(claim => claim.Claim.Stance == Stance.Supports).ToList();
        if (claims.Any(claim => claim.Claim is { Stance: Stance.Retracts, Modality: not Modality.Speculated })) return Status.Retracted;
        if (supporting.Count > 0 && claims.Any(claim => claim.Claim.Stance == Stance.Disputes)) return Status.Disputed;
        if (supporting.All(claim => claim.Claim.Modality == Modality.Speculated)) return Status.Unconfirmed;
        return origins >= 2 ? Status.Corroborated : Status.SingleSource;
    }
}
