using System.Text.Json;
using System.Text.RegularExpressions;
using KzFacts.Compiler.Kinds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>Rules for what claims mean: does each say this very fact, and are the pages independent? <c>kzfacts lint</c> reports what
/// breaks them; a compile does not need them.</summary>
static partial class ClaimRules
{
    /// <summary>As many equal words at the beginning or the end of two passages are no accident.</summary>
    const int SameWords = 4;

    /// <summary>Values that say what a page counts or measures. A page that differs in them speaks of another fact.</summary>
    static readonly string[] WhatIsCounted = ["unit", "currency", "place"];

    /// <summary>The fields with the beginning of a fact, by kind.</summary>
    static readonly string[] Beginnings = ["start", "made", "countedOn", "effective"];

    public static void Check(SeedFact fact, Registries names, SeedNode node, SeedErrors errors)
    {
        var nodes = ((SeedList)((SeedMap)node).Fields["claims"]).Items;
        var claims = fact.Claims.Zip(nodes, (claim, at) => (Claim: claim, At: at))
            .Where(one => one.Claim.Stance == Stance.Supports && names.Sources.ContainsKey(one.Claim.Source)).ToList();
        foreach (var (claim, at) in claims)
        {
            CheckDay(fact, claim, names.Sources[claim.Source], at, errors);
            foreach (var field in WhatIsCounted.Where(claim.Values.ContainsKey))
                errors.Add(at, $"source '{claim.Source}' gives another {field}, so it states another fact", "take it there");
        }
        CheckOrigins([.. claims.Where(one => one.Claim.Modality != Modality.Speculated)], names, node, errors);
        // What somebody said is the same on every page.
        if (fact.Kind != Kind.Statement) CheckWords(claims, names, errors);
        if (fact is SeedStatement { Quote: { } quote } && claims.Count > 0
            && claims.All(one => names.Sources[one.Claim.Source].Language != quote.Language
                && !quote.Text.Contains(one.Claim.Evidence.Start, StringComparison.OrdinalIgnoreCase))) // quoted in the original
            errors.Add(((SeedMap)node).Fields["quote"], $"no page of this fact is in the language of the quote, '{quote.Language}'");
    }

    /// <summary>A page cannot report what happens after its publication.</summary>
    static void CheckDay(SeedFact fact, SeedClaim claim, SeedSource source, SeedNode at, SeedErrors errors)
    {
        if (claim.Modality == Modality.Speculated || source.Published is not { } published) return;
        if ((OwnDay(claim) ?? fact.Time().First) is { } first && published.Last < first)
            errors.Add(at, $"source '{claim.Source}' of {published.Text} is older than the fact, {first:yyyy-MM-dd}",
                "a forecast has the modality speculated; otherwise check both days");
    }

    /// <summary>The first day of the fact as this page gives it.</summary>
    static DateOnly? OwnDay(SeedClaim claim) => Beginnings.Select(claim.Values.GetValueOrDefault)
        .Where(value => value.ValueKind == JsonValueKind.String)
        .Select(value => PartialDate.TryParse(value.GetString()!, out var day) ? day.First : (DateOnly?)null).FirstOrDefault();

    static void CheckOrigins(IReadOnlyList<(SeedClaim Claim, SeedNode At)> claims, Registries names, SeedNode node, SeedErrors errors)
    {
        if (claims.Count > 0 && claims.All(one => names.OriginsOf(names.Sources[one.Claim.Source]).Count == 0))
            errors.Warn(node, "only pages that print what others have reported carry this fact",
                "find out whose report one of them is (originGroups), or another page");
    }

    /// <summary>Two pages with the same words are one report, unless somebody has examined them.</summary>
    static void CheckWords(IReadOnlyList<(SeedClaim Claim, SeedNode At)> claims, Registries names, SeedErrors errors)
    {
        foreach (var (one, at) in claims)
            foreach (var (other, _) in claims.TakeWhile(before => before.Claim != one))
            {
                var (source, second) = (names.Sources[one.Source], names.Sources[other.Source]);
                if (names.OriginsOf(source).Intersect(names.OriginsOf(second)).Any()) continue;
                var unexamined = new[] { source, second }.FirstOrDefault(page => page.OriginGroups.Count == 0
                    && names.OriginsOf(page).Count > 0);
                if (unexamined is null) continue;
                if (Same(Words(one.Evidence.Start), Words(other.Evidence.Start))
                    || Same(Words(one.Evidence.End).Reverse(), Words(other.Evidence.End).Reverse()))
                    errors.Add(at, $"sources '{one.Source}' and '{other.Source}' have the same words, but different origins",
                        $"examine whose report they are, and give '{unexamined.Id}' its originGroups");
            }
    }

    static bool Same(IEnumerable<string> one, IEnumerable<string> other) => one.Zip(other).TakeWhile(pair =>
        string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)).Take(SameWords).Count() == SameWords;

    static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
