using System.Globalization;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Doors;

public sealed class ParityTests(Served served)
{
    readonly Oracle oracle = new(served);

    public static TheoryData<string, string> Cases => [.. FilterCases.All.Select(one => (one.Path, one.Parameter))];

    [Theory, MemberData(nameof(Cases))]
    public async Task REST_and_GraphQL_keep_what_the_filter_says(string path, string parameter)
    {
        var one = FilterCases.All.Single(one => one.Path == path && one.Parameter == parameter);
        var collection = Catalog.All.Single(collection => collection.Path == path);

        var rest = await RestAsync(one);
        var graphql = await GraphQLAsync(one, collection);

        rest.Should().Equal(graphql).And.BeEquivalentTo(one.Expected(oracle));
        rest.Should().NotBeEmpty();
        ((long)rest.Count).Should().BeLessThan(Total(collection));
    }

    [Fact]
    public void Every_parameter_of_every_filter_has_a_case()
    {
        var parameters = Catalog.All.SelectMany(collection => Parameter.Of(collection.FilterType)
            .Where(parameter => collection.Path == "facts" || parameter.Property.DeclaringType != typeof(FactFilter))
            .Select(parameter => (collection.Path, parameter.Name)));

        FilterCases.All.Select(one => (one.Path, one.Parameter)).Should().BeEquivalentTo(parameters);
    }

    [Theory]
    [InlineData("2022-01-09-killed-164", "facts", "fact")]
    [InlineData("2022-01-09-killed-164", "tolls", "toll")]
    [InlineData("pledgetimes-csto-peacekeepers", "sources", "source")]
    [InlineData("zhanaozen", "places", "place")]
    public async Task REST_and_GraphQL_give_the_same_entry(string id, string path, string field)
    {
        var rest = await served.GetAsync($"/v1/{path}/{id}");
        var members = path is "facts" or "tolls" ? "id title first last status origins supports firstReported hash" : "id factCount";

        var graphql = (await served.QueryAsync($"{{ {field}(id: \"{id}\") {{ {members} }} }}")).GetProperty("data").GetProperty(field);

        foreach (var member in members.Split(' '))
            graphql.GetProperty(member).GetRawText().Should().Be(rest.GetProperty(member).GetRawText(), member);
    }

    public static TheoryData<string> Paths =>
        [.. Catalog.All.Where(collection => collection.Path != "facts").Select(collection => collection.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task A_query_that_selects_everything_gives_the_documents_as_they_are(string path)
    {
        var collection = Catalog.All.Single(collection => collection.Path == path);
        var rest = await served.GetAsync($"/v1/{path}?limit=100{(collection.IsFact ? "&expand=claims" : "")}");

        var graphql = await served.QueryAsync($"{{ {FieldOf(path)}(first: 100) {{ nodes {All(collection.ItemType)} }} }}");

        graphql.GetProperty("data").GetProperty(FieldOf(path)).GetProperty("nodes").GetRawText().Should()
            .Be(rest.GetProperty("items").GetRawText());
    }

    [Theory]
    [InlineData("timeline?by=place&bucket=week&from=2022-01-01&to=2022-01-31&kind=event",
        "timeline(by: place, bucket: week, filter: {from: \"2022-01-01\", to: \"2022-01-31\", kind: [event]})", typeof(TimelineSeries))]
    [InlineData("timeline?q=peacekeepers", "timeline(filter: {q: \"peacekeepers\"})", typeof(TimelineSeries))]
    [InlineData("price-series?commodity=lpg", "priceSeries(filter: {commodity: [\"lpg\"]})", typeof(PriceSeries))]
    [InlineData("price-series", "priceSeries", typeof(PriceSeries))]
    [InlineData("toll-series?measure=killed&asOf=2022-01-20", "tollSeries(filter: {measure: [\"killed\"], asOf: \"2022-01-20\"})",
        typeof(TollSeries))]
    [InlineData("deployment-summary?phase=announced", "deploymentSummary(filter: {phase: [announced]})", typeof(DeploymentSummary))]
    public async Task REST_and_GraphQL_give_the_same_series(string path, string field, Type record)
    {
        var rest = await served.GetAsync($"/v1/{path}");

        var graphql = await served.QueryAsync($"{{ series: {field} {All(record)} }}");

        graphql.TryGetProperty("errors", out _).Should().BeFalse(graphql.ToString());
        graphql.GetProperty("data").GetProperty("series").GetRawText().Should().Be(rest.GetProperty("items").GetRawText()).And.NotBe("[]");
    }

    [Fact]
    public async Task REST_and_GraphQL_refuse_a_timeline_of_too_many_steps()
    {
        var answer = await served.QueryAsync("{ timeline(bucket: hour, filter: {from: \"2021-01-01\", to: \"2022-12-31\"}) { count } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("BAD_USER_INPUT");
    }

    /// <summary>The selection of all members of a record, and of their members.</summary>
    static string All(Type record)
    {
        if (record.IsGenericType && record.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return All(record.GetGenericArguments()[0]);
        if (!record.IsClass || record == typeof(string)) return "";
        var members = FactJson.Options.GetTypeInfo(record).Properties.Where(property => property.Get is not null);
        return $"{{ {string.Join(' ', members.Select(property => $"{property.Name} {All(property.PropertyType)}"))} }}";
    }

    static string FieldOf(string path) =>
        string.Concat(path.Split('-').Select((word, i) => i == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    long Total(ICollection collection)
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        return collection.Total(lane);
    }

    async Task<List<string>> RestAsync(FilterCase one)
    {
        var values = one.Value as string[] ?? [one.Value is true ? "true" : Convert.ToString(one.Value, CultureInfo.InvariantCulture)!];
        List<string> ids = [];
        var query = string.Join('&', values.Select(value => $"{one.Parameter}={Uri.EscapeDataString(value)}"));
        for (var path = $"/v1/{one.Path}?limit=500&{query}"; path is not null;)
        {
            var page = await served.GetAsync(path);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            path = page.GetProperty("next").GetString();
        }
        return ids;
    }

    async Task<List<string>> GraphQLAsync(FilterCase one, ICollection collection)
    {
        var field = FieldOf(one.Path);
        var query =
            $"query ($filter: {collection.FilterType.Name}, $after: String) {{ {field}(filter: $filter, first: 500, after: $after) {{ " +
            $"nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}";
        List<string> ids = [];
        string? after = null;
        do
        {
            var answer = await served.QueryAsync(query, new
            {
                filter = new Dictionary<string, object> { [one.Parameter] = one.Value },
                after
            });
            answer.TryGetProperty("errors", out _).Should().BeFalse(answer.ToString());
            var page = answer.GetProperty("data").GetProperty(field);
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return ids;
    }
}
