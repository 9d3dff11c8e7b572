using System.Text.RegularExpressions;
using Dapper;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KzFacts.Tests.Contracts;

public sealed partial class ConventionTests(Served served)
{
    public static TheoryData<string, string> Parameters =>
        [.. Collections.All.SelectMany(collection => Parameter.Of(collection.FilterType).Select(parameter => (collection.Path, parameter.Name)))];

    [Theory, MemberData(nameof(Parameters))]
    public void A_predicate_reads_only_properties_of_its_filter(string path, string name)
    {
        var collection = Collections.All.Single(collection => collection.Path == path);
        var parameter = Parameter.Of(collection.FilterType).Single(parameter => parameter.Name == name);

        var read = Regex.Matches(parameter.Where!.Predicate(isSingle: false), "@([A-Za-z]+)").Select(match => match.Groups[1].Value).ToList();

        read.Should().NotBeEmpty().And.BeSubsetOf(collection.FilterType.GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void A_page_of_a_filter_that_has_an_index_is_sought_whatever_stands_beside_it()
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);

        ScansOf(lane, Collections.Facts).Concat(ScansOf(lane, Event.Collection)).Concat(ScansOf(lane, Statement.Collection)).Concat(ScansOf(lane, PriceChange.Collection))
            .Concat(ScansOf(lane, Deployment.Collection)).Concat(ScansOf(lane, Toll.Collection)).Should().BeEmpty();
    }

    /// <summary>The filters of such a parameter and another, each with one value or two, whose plan walks through a whole table.</summary>
    static IEnumerable<string> ScansOf<TFact, TFilter>(Lane lane, Collection<TFact, TFilter> collection) where TFilter : Filter, new()
    {
        // What was known by a day is found by walking through all versions, in order.
        var parameters = Parameter.Of(typeof(TFilter)).Where(parameter => parameter.Name != "asOf").ToList();
        foreach (var one in parameters.Where(parameter => parameter.Where is LinkedAttribute or { Indexed: true }))
            foreach (var other in parameters)
                foreach (var values in new[] { 1, 2 })
                {
                    var filter = new TFilter();
                    foreach (var parameter in new[] { one, other }) parameter.Property.SetValue(filter, SampleOf(parameter, values));
                    foreach (var page in new[] { new Page(), new Page { Descending = true }, new Page { Cursor = new("2022-01-05", "", "x") } })
                        if (collection.Plan(lane, filter with { Page = page }).FirstOrDefault(step => Scan().IsMatch(step)) is { } scan)
                            yield return $"{collection.Path}: {one.Name}, {other.Name}, {values}, {page}: {scan}";
                }
    }

    static object SampleOf(Parameter parameter, int values) => parameter.ValueType switch
    {
        _ when parameter.IsList => Enumerable.Range(0, values).Select(i => $"x{i}").ToArray(),
        var type when type == typeof(DateOnly) => new DateOnly(2022, 1, 5),
        var type when type == typeof(bool) => true,
        var type when type == typeof(int) => 2,
        _ => parameter.Name == "bbox" ? "70,40,80,50" : "almaty",
    };

    // Of places there are some hundreds, and a box looks at each.
    [GeneratedRegex("^SCAN (f|fact|d|claim|source_url)\\b(?!.*(USING|VIRTUAL))")]
    private static partial Regex Scan();

    [Theory]
    [InlineData("event", 253)]
    [InlineData("statement", 249)]
    [InlineData("price_change", 51)]
    [InlineData("deployment", 78)]
    [InlineData("toll", 104)]
    public void The_views_for_people_who_open_the_file_hold_the_facts_of_a_kind_as_they_are_now(string view, int facts)
    {
        using var connection = new SqliteConnection($"Data Source={served.Database};Mode=ReadOnly;Pooling=false");

        connection.Query($"select * from {view}").Should().HaveCount(facts);
    }

    [Theory]
    [InlineData(typeof(Kind), "kind")]
    [InlineData(typeof(Status), "status")]
    [InlineData(typeof(Stance), "stance")]
    public void The_closed_words_of_the_records_are_those_the_schema_allows(Type words, string column)
    {
        var allowed = Regex.Match(Snapshot.Schema, $@"{column} +text not null check \({column} in \(([^)]+)\)\)").Groups[1].Value;

        Regex.Matches(allowed, "'([a-z_]+)'").Select(match => match.Groups[1].Value).Should().BeEquivalentTo(Words.All(words));
    }

    [Fact]
    public void Projects_refer_only_downwards()
    {
        Assemblies(typeof(Fact)).Should().NotContain(["KzFacts.Compiler", "KzFacts.Api", "Microsoft.AspNetCore.Http.Abstractions", "GraphQL"]);
        Assemblies(typeof(KzFacts.Compiler.SeedCompiler)).Should().NotContain(["KzFacts.Api", "Microsoft.AspNetCore.Http.Abstractions", "GraphQL"]);
    }

    [Fact]
    public void The_library_of_the_GraphQL_door_stays_in_its_folder() =>
        Directory.GetFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/GraphQL/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using GraphQL", StringComparison.Ordinal))).Should().BeEmpty();

    static IEnumerable<string?> Assemblies(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name);
}
