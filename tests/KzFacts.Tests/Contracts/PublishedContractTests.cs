using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Contracts;

public sealed class PublishedContractTests(Served served)
{
    [Theory]
    [InlineData("/openapi/kzfacts-v1.yaml", "kzfacts-v1.yaml")]
    [InlineData("/graphql/schema", "kzfacts.graphql")]
    public async Task The_published_contract_is_what_the_server_serves(string path, string file)
    {
        var contract = Repository.Path("openapi", file);
        var servedNow = (await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n")
            .TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
            await File.WriteAllTextAsync(contract, servedNow, TestContext.Current.CancellationToken);

        var published = await File.ReadAllTextAsync(contract, TestContext.Current.CancellationToken);

        published.Should().Be(servedNow, "a change of the contract is a decision: UPDATE_CONTRACTS=1 ./test.sh accepts it");
    }

    [Fact]
    public async Task The_json_and_yaml_forms_are_both_OpenAPI_3_1()
    {
        var json = await served.GetAsync("/openapi/kzfacts-v1.json");

        json.GetProperty("openapi").GetString().Should().StartWith("3.1");
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_description_and_a_real_example()
    {
        var paths = (await served.GetAsync("/openapi/kzfacts-v1.json")).GetProperty("paths");

        foreach (var (path, operation) in paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path, operation.Value))))
        {
            operation.GetProperty("summary").GetString().Should().NotBeNullOrEmpty(path.Name);
            operation.GetProperty("description").GetString().Should().NotBeNullOrEmpty(path.Name);
            foreach (var (type, media) in operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject()
                .Select(one => (one.Name, one.Value)).Where(one => !WithoutExample.Contains(one.Name)))
                media.GetProperty("example").ToString().Should().NotBeEmpty($"{path.Name} {type}");
        }
    }

    [Fact]
    public async Task Every_parameter_has_a_description_and_an_example()
    {
        var paths = (await served.GetAsync("/openapi/kzfacts-v1.json")).GetProperty("paths");

        foreach (var path in paths.EnumerateObject())
            foreach (var parameter in path.Value.EnumerateObject()
                .SelectMany(operation => operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : []))
            {
                parameter.GetProperty("description").GetString().Should().NotBeNullOrEmpty($"{path.Name} {parameter}");
                parameter.TryGetProperty("example", out var example).Should().BeTrue($"{path.Name} {parameter.GetProperty("name")}");
                example.ToString().Should().NotBeEmpty();
            }
    }

    [Fact]
    public async Task Every_closed_word_says_what_it_means_in_both_contracts()
    {
        var schemas = (await served.GetAsync("/openapi/kzfacts-v1.json")).GetProperty("components").GetProperty("schemas");
        var types = (await served.QueryAsync("{ __schema { types { name kind enumValues { name description } } } }")).GetProperty("data")
            .GetProperty("__schema").GetProperty("types");

        foreach (var schema in schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("enum", out _)))
            foreach (var word in schema.Value.GetProperty("enum").EnumerateArray())
                schema.Value.GetProperty("description").GetString().Should().Contain($"- `{word}`: ", schema.Name);
        var words = types.EnumerateArray().Where(type => type.GetProperty("kind").GetString() == "ENUM"
            && !type.GetProperty("name").GetString()!.StartsWith("__"))
            .SelectMany(type => type.GetProperty("enumValues").EnumerateArray()).ToList();
        words.Should().HaveCountGreaterThan(100).And.OnlyContain(word => word.GetProperty("description").GetString() != null);
    }

    static readonly string[] WithoutExample = ["application/ld+json", "application/vnd.sqlite3", "image/svg+xml", "text/plain",
        "application/x-bibtex", "application/vnd.citationstyles.csl+json"];
}
