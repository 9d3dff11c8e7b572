using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

[Description("How to cite a fact so that readers can find and check what was cited.")]
public sealed partial record Citation
{
    [Description("The id of the fact.")]
    public required string Id { get; init; }

    [Description("The citation, ready to copy.")]
    public required string Text { get; init; }

    [Description("The fact in one line.")]
    public required string Title { get; init; }

    [Description("What the claims say together, in words.")]
    public required string Status { get; init; }

    [Description("The number of pages that claim it, and the first of them.")]
    public required string Pages { get; init; }

    [Description("The day of what was known. Without asOf: the day on which the facts were compiled.")]
    public required DateOnly Day { get; init; }

    [Description("The revision of the facts.")]
    public required string Revision { get; init; }

    [Description("The SHA-256 of the fact's document.")]
    public required string Hash { get; init; }

    [Description("The address of the cited fact.")]
    public required string Url { get; init; }

    /// <summary>The citation of a fact as it was known by <paramref name="asOf"/>. Null if the fact was not known.</summary>
    /// <param name="root">The public address of the server.</param>
    public static Citation? Of(Lane lane, string id, DateOnly? asOf, SnapshotState state, string root)
    {
        Fact fact = null!;
        if (!Catalog.Facts.Find(lane, id, asOf, row => fact = FactJson.Read<Fact>(row.Utf8(0)))) return null;
        var day = asOf ?? DateOnly.ParseExact(state.CompiledAt[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (status, pages, url) = (Review.StatusOf(fact, lane), PagesOf(fact.Claims!), ClaimWords.AddressOf(root, fact.Id, asOf));
        return new()
        {
            Id = fact.Id, Title = fact.Title, Status = status, Pages = pages, Day = day, Revision = state.Revision, Hash = fact.Hash,
            Url = url,
            Text = $"{fact.Title.TrimEnd('.')}. {status}. {pages}. {Review.Publisher}, revision {state.Revision[..12]}, " +
                $"{(asOf is null ? "compiled" : "as known")} {Review.Say(day)}. {url}",
        };
    }

    /// <summary>Pages that support the fact and pages that do not are counted apart.</summary>
    static string PagesOf(IReadOnlyList<Claim> claims)
    {
        var supporting = claims.Where(claim => claim.Stance is Stance.Supports).ToList();
        var against = new[] { (Stance.Retracts, "retract it"), (Stance.Disputes, "dispute it"), (Stance.Rebuts, "rebut it") }
            .Select(stance => (Words: stance.Item2, Count: claims.Count(claim => claim.Stance == stance.Item1)))
            .Where(one => one.Count > 0).Select(one => $"; {Review.Pages(one.Count)} {(one.Count == 1 ? Singular(one.Words) : one.Words)}");
        return (supporting.Count == 0 ? "No page supports it"
            : $"{Review.Pages(supporting.Count)}{(supporting.Count == 1 ? "" : ", the first")}: "
                + $"{supporting[0].Source.Publisher}{(supporting[0].Source.Title is { } title ? $", {title.TrimEnd('.')}" : "")}, "
                + $"{supporting[0].Source.Published ?? "undated"}, {supporting[0].Source.Url}") + string.Concat(against);
    }

    /// <summary>"Retracts it" for "retract it".</summary>
    static string Singular(string words) => $"{words[..^" it".Length]}s it";

    /// <summary>The entry for BibTeX. Whoever cites adds the day of access (urldate): an answer may be older, from a cache.</summary>
    public string ToBibTeX() => $$$"""
        @misc{kzfacts:{{{Id}}},
          title = {{{{Tex(Title)}}}},
          author = {{{{{Review.Publisher}}}}},
          year = {{{{Day.Year}}}},
          note = {{{{Tex($"{Status}. {Pages}. Revision {Revision}")}}}},
          url = {{{{Url}}}}
        }

        """;

    /// <summary>The item for CSL-JSON, which Zotero and similar programs import.</summary>
    public JsonArray ToCsl() => [new JsonObject
    {
        ["id"] = $"kzfacts:{Id}", ["type"] = "dataset", ["title"] = Title, ["publisher"] = Review.Publisher, ["version"] = Revision,
            ["note"] = $"{Status}. {Pages}", ["URL"] = Url,
        ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(Day.Year, Day.Month, Day.Day)) },
    }];

    static string Tex(string text) => Special().Replace(text, match => match.Value switch
    {
        "\\" => @"\textbackslash{}",
        "~" => @"\textasciitilde{}",
        "^" => @"\textasciicircum{}",
        var one => $@"\{one}",
    });

    [GeneratedRegex(@"[\\{}$&#%_~^]")]
    private static partial Regex Special();
}
