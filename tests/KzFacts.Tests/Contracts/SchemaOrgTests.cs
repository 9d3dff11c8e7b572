using System.Text.Json.Nodes;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Contracts;

/// <summary>JSON-LD in the vocabulary of schema.org, checked with the types of the npm package <c>schema-dts</c>: the compiler
/// reports unknown properties and values of wrong types.</summary>
public sealed class SchemaOrgTests(Served served)
{
    const string Wrong = """
        export const unknownType: Graph = { '@context': 'https://schema.org', '@graph': [
          // @ts-expect-error
          { '@type': 'FactReview', name: 'x' }] };
        export const unknownProperty: Graph = { '@context': 'https://schema.org', '@graph': [
          // @ts-expect-error
          { '@type': 'Claim', verdict: 'x' }] };
        export const wrongType: Graph = { '@context': 'https://schema.org', '@graph': [
          // @ts-expect-error
          { '@type': 'Claim', appearance: { '@type': 'Place', name: 'x' } }] };

        """;

    [Fact]
    public async Task Every_fact_and_look_ups_are_valid()
    {
        Tool.NeedNode();
        var folder = Repository.Path("tests", "contracts");
        SortedSet<string> nodes = new(StringComparer.Ordinal);
        foreach (var path in Paths())
            foreach (var node in await GraphAsync(path)) nodes.Add(Shape(node)!.ToJsonString());
        Directory.CreateDirectory(Path.Combine(folder, "generated"));
        await File.WriteAllTextAsync(Path.Combine(folder, "generated", "jsonld.ts"),
            $"import type {{ Graph }} from 'schema-dts';\n{Wrong}export const right: Graph = {{ '@context': 'https://schema.org', " +
            $"'@graph': [\n{string.Join(",\n", nodes)}\n] }};\n", TestContext.Current.CancellationToken);

        var compiled = await Tool.RunAsync("node", folder, "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck",
            "--target", "es2022", "--module", "nodenext", "generated/jsonld.ts");

        compiled.ExitCode.Should().Be(0, compiled.Output);
        nodes.Should().HaveCountGreaterThan(20);
    }

    [Fact]
    public async Task Every_reference_within_a_document_leads_to_a_node_of_it()
    {
        foreach (var path in Paths())
        {
            var graph = await GraphAsync(path);
            var ids = graph.Select(node => (string)node!["@id"]!).ToList();
            ids.Should().OnlyHaveUniqueItems(path);
            graph.SelectMany(References).Should().BeSubsetOf(ids, path);
        }
    }

    [Fact]
    public async Task A_review_has_what_Google_requires_of_ClaimReview_and_rates_in_words_alone()
    {
        foreach (var id in await served.IdsAsync("/v1/facts?status=disputed&status=retracted&limit=500"))
        {
            var review = (await GraphAsync($"/v1/facts/{id}?format=ld%2Bjson")).Single(node => (string)node!["@type"]! == "ClaimReview")!;

            ((string)review["claimReviewed"]!).Should().NotBeEmpty();
            new Uri((string)review["url"]!).Host.Should().Be(served.Address.Host);
            review["reviewRating"]!.AsObject().Select(pair => pair.Key).Should().Equal("@type", "alternateName", "ratingExplanation");
            (((string)review["author"]!["name"]!), (string)review["author"]!["url"]!).Should()
                .Be(("KzFacts", served.Address.ToString().TrimEnd('/')));
            review["itemReviewed"].Should().NotBeNull();
        }
    }

    IEnumerable<string> Paths()
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        return
        [
            .. lane.Texts("select id from fact where current = 1").Select(id => $"/v1/facts/{id}?format=ld%2Bjson"),
            .. lane.Texts("select u.url from source s join source_url u on u.source = s.id where s.row % 20 = 0")
                .Append("https://example.org/nothing").Select(url => $"/v1/lookup?format=ld%2Bjson&url={Uri.EscapeDataString(url)}"),
            "/v1/statements/2022-01-05-zatulin-warns-not-at-random?format=ld%2Bjson",
                "/v1/facts/2022-01-09-killed-164?format=ld%2Bjson&asOf=2022-01-09",
        ];
    }

    async Task<JsonArray> GraphAsync(string path) =>
        JsonNode.Parse(await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken))!["@graph"]!.AsArray();

    /// <summary>A node with its types and members, but with the types of its values only. So many documents give few different
    /// cases to compile.</summary>
    static JsonNode? Shape(JsonNode? node) => node switch
    {
        JsonObject map =>
            new JsonObject(map.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Key == "@type" ? pair.Value!.DeepClone()
            : Shape(pair.Value)))),
        JsonArray list =>
            new JsonArray([.. list.Select(Shape).DistinctBy(one => one!.ToJsonString())
            .OrderBy(one => one!.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => "…",
        JsonValue value => value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 0 : value.DeepClone(),
        _ => null,
    };

    static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["@id"] is { } id => [(string)id!],
        JsonObject map => map.SelectMany(pair => References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
