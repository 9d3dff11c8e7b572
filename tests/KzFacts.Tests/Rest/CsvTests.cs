using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class CsvTests(Served served)
{
    [Theory, MemberData(nameof(SeedCounts.Collections), MemberType = typeof(SeedCounts))]
    public async Task Csv_gives_all_rows_of_a_collection(string path) =>
        (await RowsAsync($"/v1/{path}?format=csv")).Should().HaveCount(SeedCounts.Of(path));

    [Theory]
    [InlineData("facts", "")]
    [InlineData("events", "")]
    [InlineData("statements", "")]
    [InlineData("price-changes", "")]
    [InlineData("deployments", "&asOf=2022-01-09")]
    [InlineData("tolls", "&asOf=2022-01-09")]
    [InlineData("sources", "")]
    public async Task A_row_of_a_list_is_that_of_its_entry(string path, string asOf)
    {
        foreach (var row in (await RowsAsync($"/v1/{path}?format=csv{asOf}")).TakeLast(5))
            (await RowsAsync($"/v1/{path}/{row["id"]}?format=csv{asOf}")).Single().Should().Equal(row);
    }

    [Fact]
    public async Task An_unknown_day_is_an_empty_cell()
    {
        var deployment = (await RowsAsync("/v1/deployments?format=csv")).Single(row => row["id"] == "2022-01-armenia-aksai-bakery-guard");
        (deployment["first"], deployment["last"], deployment["precision"], deployment["start"]).Should()
            .Be(("", "2022-01-14", "unknown", ""));
        var price = (await RowsAsync("/v1/price-series?format=csv&commodity=lpg&measure=price&place=mangystau"))
            .Single(row => row["effective"] == "2022-01");
        price["day"].Should().BeEmpty();
        var toll = (await RowsAsync("/v1/toll-series?format=csv")).Single(row => row["countedOn"] == "2022");
        toll["day"].Should().BeEmpty();
    }

    [Fact]
    public async Task A_limit_limits_csv_too() => (await RowsAsync("/v1/events?format=csv&limit=7")).Should().HaveCount(7);

    [Fact]
    public async Task A_range_is_two_columns_of_plain_numbers()
    {
        var row = (await RowsAsync("/v1/price-changes?format=csv&commodity=lpg&place=mangystau&from=2022-01-01&to=2022-01-01"))
            .Single(row => row["id"] == "2022-01-01-lpg-mangystau-doubled");

        (row["beforeMin"], row["afterMax"], row["percentValue"], row["currency"]).Should().Be(("60", "120", "100", "KZT"));
    }

    [Fact]
    public async Task Negative_numbers_stay_numbers() =>
        (await RowsAsync("/v1/price-changes?format=csv")).Should().Contain(row => row["percentValue"].StartsWith('-'));

    [Fact]
    public async Task The_Accept_header_chooses_csv()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tolls") { Headers = { { "Accept", "text/csv" } } };
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_made_harmless_and_quoted_text_survives()
    {
        using var seeds = new SmallSeeds();
        seeds
            .Change("events", "title: Unrest in Almaty", """title: '=HYPERLINK("https://evil.example","a, b")'""")
            .Change("events", "summary: Crowds enter the city hall.", """summary: "First \"line\"\nsecond, line " """);
        seeds.Compile().Errors.Should().BeEmpty();
        await using var server = Served.Start(seeds.Folder.Path, seeds.Database);
        using var client = server.CreateClient();

        var row = Csv.Rows(await client.GetStringAsync("/v1/events?format=csv", TestContext.Current.CancellationToken))
            .Single(row => row["id"] == "2022-01-05-unrest");

        row["title"].Should().Be("""'=HYPERLINK("https://evil.example","a, b")""");
        row["summary"].TrimEnd().Should().Be("First \"line\"\nsecond, line");
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("statements")]
    [InlineData("deployments")]
    [InlineData("actors")]
    public async Task A_reference_is_its_id_and_name_a_list_is_its_ids_and_other_values_are_as_in_json(string path)
    {
        var entries = (await served.GetAsync($"/v1/{path}?limit=500")).GetProperty("items").EnumerateArray();

        foreach (var (row, entry) in (await RowsAsync($"/v1/{path}?format=csv&limit=500")).Zip(entries))
            foreach (var (name, cell) in row.Where(pair => entry.TryGetProperty(pair.Key, out _)))
                cell.TrimStart('\'').Should().Be(Cell(entry.GetProperty(name)).TrimStart('\''), $"{row["id"]} {name}");
    }

    static string Cell(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Array => string.Join("; ", json.EnumerateArray().Select(Cell)),
        JsonValueKind.Object =>
            (json.TryGetProperty("actor", out var one) || json.TryGetProperty("fact", out one) ? one : json).GetProperty("id").GetString()!,
        _ => json.GetRawText(),
    };

    async Task<List<Dictionary<string, string>>> RowsAsync(string path) =>
        Csv.Rows(await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}
