using System.Text.Json;
using FluentAssertions;
using KzFacts.Compiler.Seeds;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Contracts;

public sealed class SeedSchemaTests
{
    static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static TheoryData<string> Parts => [.. SeedFolder.Parts];

    [Theory, MemberData(nameof(Parts))]
    public async Task The_schema_for_editors_is_that_of_the_records_that_read_the_seeds(string part)
    {
        var file = Repository.Path("seeds", "schema", $"{part}.json");
        var schema = SeedSchema.Of(part).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
            await File.WriteAllTextAsync(file, schema, TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should()
            .Be(schema, "UPDATE_CONTRACTS=1 ./test.sh writes it anew");
    }

    [Theory, MemberData(nameof(Parts))]
    public void Every_seed_file_names_its_schema_for_editors(string part)
    {
        foreach (var (file, name) in new SeedFolder(Repository.Path("seeds")).Files(part))
            File.ReadLines(file).First().Should().MatchRegex($@"^# yaml-language-server: \$schema=\.{{1,2}}/schema/{part}\.json$", name);
    }
}
