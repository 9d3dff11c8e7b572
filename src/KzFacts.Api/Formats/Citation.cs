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

    static string PagesOf(IReadOnlyList<Claim> claims) => claims.Count == 0 ? "No page"
        : $"{Review.Pages(claims.Count)}{(claims.Count == 1 ? "" : ", the first")}: "
            + $"{claims[0].Source.Publisher}{(claims[0].Source.Title is { } title ? $", {title.TrimEnd('.')}" : "")}, "
            + $"{claims[0].Source.Published ?? "undated"}, {claims[0].Source.Url}";

    /// <summary>The entry for BibTeX.</summary>
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

    /// <summary>The item for CSL-JSON, which Zotero and similar programs import.</summary>
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
