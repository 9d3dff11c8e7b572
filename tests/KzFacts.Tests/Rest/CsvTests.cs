using System.Globalization;
using CsvHelper;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class CsvTests(Served served)
{
    [Theory]
    [InlineData("facts", 735)]
    [InlineData("events", 253)]
    [InlineData("statements", 249)]
    [InlineData("price-changes", 51)]
    [InlineData("deployments", 78)]
    [InlineData("tolls", 104)]
    [InlineData("sources", 935)]
    [InlineData("actors", 215)]
    [InlineData("places", 79)]
    [InlineData("words", 232)]
    public async Task Csv_gives_all_rows_of_a_collection(string path, int rows) => (await RowsAsync($"/v1/{path}?format=csv")).Should().HaveCount(rows);

    [Fact]
    public async Task A_limit_limits_csv_too() => (await RowsAsync("/v1/events?format=csv&limit=7")).Should().HaveCount(7);

    [Fact]
    public async Task A_range_is_two_columns_of_plain_numbers()
    {
        var row = (await RowsAsync("/v1/price-changes?format=csv&commodity=lpg&place=mangystau&from=2022-01-01&to=2022-01-01")).Single(row => row["id"] == "2022-01-01-lpg-mangystau-doubled");

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

    async Task<List<Dictionary<string, string>>> RowsAsync(string path)
    {
        using var csv = new CsvReader(new StringReader(await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        List<Dictionary<string, string>> rows = [];
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
