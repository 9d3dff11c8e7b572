using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

/// <summary>SQLite's query plans for the statements of the program.</summary>
public sealed partial class PlanTests(Served served)
{
    const string Sorting = "tests/KzFacts.Tests/Data/sorting-statements.txt";

    [Fact]
    public void A_page_of_any_two_filters_is_found_by_an_index()
    {
        // With asOf only, the list itself is read in order.
        var scans = Plans().Where(plan => !AsOfAlone().IsMatch(plan.Name) && plan.Steps.Any(step => Scan().IsMatch(step)));

        scans.Select(plan => $"{plan.Name}: {string.Join(" · ", plan.Steps.Where(step => Scan().IsMatch(step)))}").Should().BeEmpty();
    }

    [Fact]
    public async Task The_lists_that_sort_are_known()
    {
        // Pairs are listed only if neither filter makes the list sort by itself.
        var plans = Plans();
        var alone = plans.Where(plan => plan.One == plan.Other && plan.Steps.Any(Sorts)).Select(plan => (plan.Path, plan.One)).ToHashSet();
        var sorting = string.Join('\n', plans.Where(plan => plan.Steps.Any(Sorts))
            .Where(plan => plan.One == plan.Other || !alone.Contains((plan.Path, plan.One)) && !alone.Contains((plan.Path, plan.Other)))
            .Select(plan => plan.Name).Order(StringComparer.Ordinal)) + "\n";

        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
            await File.WriteAllTextAsync(Repository.Path(Sorting), sorting, TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(Repository.Path(Sorting), TestContext.Current.CancellationToken)).Should()
            .Be(sorting, "UPDATE_CONTRACTS=1 ./test.sh writes it anew");
    }

    /// <param name="Path">The collection.</param>
    /// <param name="One">A filter, and whether it has one value or two.</param>
    /// <param name="Other">The other filter. The same one, if there is only one.</param>
    sealed record ExplainedPage(string Path, string One, string Other, string Page, IReadOnlyList<string> Steps)
    {
        public string Name => $"{Path}: {One}{(One == Other ? "" : $", {Other}")}{Page}";
    }

    List<ExplainedPage> Plans()
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        var explained = new Explained(lane);
        foreach (var collection in Catalog.All) collection.Accept(explained);
        return explained.Pages;
    }

    sealed class Explained(Lane lane) : ICollectionVisitor
    {
        public List<ExplainedPage> Pages { get; } = [];

        public void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new()
        {
            var parameters = Parameter.All(typeof(TFilter));
            var pages = new[] { ("", new Page()), (" descending", new Page { Descending = true }),
                (" after", new Page { Cursor = new("2022-01-05", "", "x") }) };
            foreach (var one in parameters)
                foreach (var other in parameters)
                    foreach (var (of, ofOther) in new[] { (1, 1), (1, 2), (2, 1), (2, 2) })
                        foreach (var (name, page) in pages)
                        {
                            if (of == 2 && !one.IsList || ofOther == 2 && !other.IsList || one == other && of != ofOther) continue;
                            var filter = new TFilter();
                            one.Property.SetValue(filter, SampleOf(one, of));
                            other.Property.SetValue(filter, SampleOf(other, ofOther));
                            Pages.Add(new(collection.Path, NameOf(one, of), NameOf(other, ofOther), name,
                                collection.Plan(lane, filter with { Page = page })));
                        }
        }

        static string NameOf(Parameter parameter, int values) => values == 1 ? parameter.Name : $"{values} × {parameter.Name}";
    }

    static object SampleOf(Parameter parameter, int values) => parameter.ValueType switch
    {
        _ when parameter.IsList => Enumerable.Range(0, values).Select(i => $"x{i}").ToArray(),
        var type when type == typeof(DateOnly) => new DateOnly(2022, 1, 5),
        var type when type == typeof(bool) => true,
        var type when type == typeof(int) => 2,
        _ => parameter.Name == "bbox" ? "70,40,80,50" : "almaty",
    };

    static bool Sorts(string step) => step.Contains("TEMP B-TREE", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z-]+: asOf( descending| after)?$")]
    private static partial Regex AsOfAlone();

    [GeneratedRegex(@"^SCAN (?!page\b|\(subquery|json_each)(?!.*(VIRTUAL TABLE|USING (COVERING )?INDEX))")]
    private static partial Regex Scan();
}
