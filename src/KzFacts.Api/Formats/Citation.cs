using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

[Description("How to cite a fact, so that what was cited can be found and checked again.")]
public sealed partial record Citation
{
    [Description("The fact's id.")]
    public required string Id { get; init; }

    [Description("The citation, to copy.")]
    public required string Text { get; init; }

    [Description("The fact in a line.")]
    public required string Title { get; init; }

    [Description("What the claims together say, in words.")]
    public required string Status { get; init; }

    [Description("How many pages claim it, and which is the first.")]
    public required string Pages { get; init; }

    [Description("The day by whose end it was so known; without asOf, the day on which the facts were compiled.")]
    public required DateOnly Day { get; init; }

    [Description("The revision of the facts.")]
    public required string Revision { get; init; }

    [Description("SHA-256 of the fact's document.")]
    public required string Hash { get; init; }

    [Description("The address of what is cited.")]
    public required string Url { get; init; }

    /// <summary>The citation of a fact as it was known by <paramref name="asOf"/>, or null where nothing was.</summary>
    /// <param name="root">The public address of the server.</param>
    public static Citation? Of(Lane lane, string id, DateOnly? asOf, SnapshotState state, string root)
    {
        Fact fact = null!;
        if (!Collections.Facts.Find(lane, id, asOf, row => fact = FactJson.Read<Fact>(row.Utf8(0)))) return null;
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

    static string PagesOf(IReadOnlyList<Claim> claims) => claims.Count == 0 ? "No page"
        : $"{Review.Pages(claims.Count)}{(claims.Count == 1 ? "" : ", the first")}: "
            + $"{claims[0].Source.Publisher}{(claims[0].Source.Title is { } title ? $", {title.TrimEnd('.')}" : "")}, "
            + $"{claims[0].Source.Published ?? "undated"}, {claims[0].Source.Url}";

    /// <summary>An entry for BibTeX.</summary>
    public string ToBibTeX() => $$$"""
        @misc{kzfacts:{{{Id}}},
          title = {{{{Tex(Title)}}}},
          author = {{{{{Review.Publisher}}}}},
          year = {{{{Day.Year}}}},
          note = {{{{Tex($"{Status}. {Pages}. Revision {Revision}")}}}},
          url = {{{{Url}}}},
          urldate = {{{{Iso(Day)}}}}
        }

        """;

    /// <summary>An item of CSL-JSON, which Zotero and its kin take.</summary>
    public JsonArray ToCsl() => [new JsonObject
    {
        ["id"] = $"kzfacts:{Id}", ["type"] = "dataset", ["title"] = Title, ["publisher"] = Review.Publisher, ["version"] = Revision,
            ["note"] = $"{Status}. {Pages}", ["URL"] = Url,
        ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(Day.Year, Day.Month, Day.Day)) },
    }];

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
