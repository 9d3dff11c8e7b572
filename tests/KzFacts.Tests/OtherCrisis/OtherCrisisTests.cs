using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.OtherCrisis;

/// <summary>An invented flood, served by the same program. Its subject comes from its seeds alone.</summary>
public sealed partial class OtherCrisisTests : IDisposable
{
    static readonly string Seeds = Repository.Path("tests/KzFacts.Tests/OtherCrisis/flood");

    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-flood-").FullName;
    readonly WebApplicationFactory<Program> server;
    readonly HttpClient client;
    readonly Snapshot snapshot;

    public OtherCrisisTests()
    {
        var database = Path.Combine(folder, "kzfacts.db");
        SeedCompiler.Compile(new(Seeds), database).Errors.Should().BeEmpty();
        server = Served.Start(Seeds, database);
        client = server.CreateClient();
        snapshot = Snapshot.Open(database);
    }

    [Theory]
    [InlineData("/", "April 2031 in Ruritania: what the water took", "April 2031 by day", "strelsauer-bote.example")]
    [InlineData("/ru", "Апрель 2031 года в Руритании: что унесла вода", "Апрель 2031 года по дням", "strelsauer-bote.example")]
    [InlineData("/facts/2031-04-03-drowned-12", "Drowned, Ruritania: 12", "Prefecture retracts the count of twelve",
        "Drowned, Ruritania: 9")]
    [InlineData("/ru/facts/2031-04-03-drowned-12", "Утонувшие, Руритания: 12", "Prefecture retracts the count of twelve",
        "Утонувшие, Руритания: 9")]
    public async Task Pages_speak_of_the_crisis_of_the_seeds(string path, params string[] texts) =>
        (await client.GetStringAsync(path, TestContext.Current.CancellationToken)).Should().ContainAll(texts);

    [Fact]
    public async Task No_page_or_chart_names_another_crisis()
    {
        string[] paths =
        [
            "/", "/ru", "/kk", "/facts", "/facts/2031-04-02-levee", "/tolls", "/price-changes", "/deployments", "/places", "/actors",
                "/sources", "/search?q=levee",
            "/charts/map.svg", "/charts/timeline.svg", "/v1", "/v1/facts?limit=100&expand=claims",
        ];
        foreach (var path in paths)
            Other().IsMatch(await client.GetStringAsync(path, TestContext.Current.CancellationToken)).Should().BeFalse(path);
    }

    [GeneratedRegex("kazakh(?!\")|казах(?!ский)|қазақстан|almaty|2022-01|january 2022", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [Fact]
    public async Task The_contract_says_what_the_facts_are_about()
    {
        var contract = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync("/openapi/kzfacts-v1.json",
            TestContext.Current.CancellationToken));

        contract.GetProperty("info").GetProperty("description").GetString().Should()
            .StartWith("Structured facts about the flood of 2031 in Ruritania: ").And.Contain("time zone Europe/Vienna");
        contract.GetRawText().Should().Contain("2031-04-03-drowned-12").And.NotContainEquivalentOf("kazakhstan");
    }

    [Fact]
    public async Task The_timeline_shows_the_days_of_the_crisis()
    {
        var picture = XDocument.Parse(await client.GetStringAsync("/charts/timeline.svg", TestContext.Current.CancellationToken)).Root!;

        var titles = picture.Descendants().Where(element => element.Name.LocalName == "title").Select(title => title.Value).ToList();
        titles.Should().Contain(title => title.StartsWith("2031-04-02, event: 2")).And.NotContain(title => title.StartsWith("2022"));
    }

    [Fact]
    public async Task The_map_is_drawn_in_the_frame_of_the_crisis_with_its_outline()
    {
        var picture = XDocument.Parse(await client.GetStringAsync("/charts/map.svg", TestContext.Current.CancellationToken)).Root!;

        var bubble = picture.Descendants().Single(element => element.Name.LocalName == "circle"
            && element.Value.StartsWith("Strelsau", StringComparison.Ordinal));
        // 13.5 degrees east, in a frame from 10 to 18, on a sheet of 800 pixels with margins of 16.
        double.Parse(bubble.Attribute("cx")!.Value, System.Globalization.CultureInfo.InvariantCulture).Should()
            .BeApproximately(16 + 768 * 3.5 / 8, 1);
        picture.Descendants().Single(element => (string?)element.Attribute("class") == "land").Attribute("d")!.Value.Should().NotBeEmpty();
        picture.Descendants().Single(element => element.Name.LocalName == "desc").Value.Should()
            .Contain("In the country as a whole: 3 facts.");
    }

    [Theory]
    [InlineData("At least 12 people drowned in Ruritania on 3 April 2031.", "2031-04-03-drowned-12 repeats_retracted")]
    [InlineData("In Zenda 1 rescuer drowned on 5 April 2031.", "2031-04-05-drowned-rescuer supports")]
    [InlineData("More than 400 houses were flooded in Strelsau on 5 April 2031.", "2031-04-05-houses supports")]
    public async Task A_text_is_checked_by_the_words_of_the_seeds(string text, string judgement)
    {
        using var response = await client.PostAsync("/v1/check", new StringContent(text,
            new System.Net.Http.Headers.MediaTypeHeaderValue("text/plain")), TestContext.Current.CancellationToken);
        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken));

        var best = answer.GetProperty("sentences")[0].GetProperty("facts")[0];
        $"{best.GetProperty("fact").GetProperty("id")} {best.GetProperty("judgement")}".Should().Be(judgement);
    }

    [Fact]
    public void A_time_of_day_is_local_to_its_place() =>
        snapshot.Find<Event>("2031-04-02-gauge").Should().Match<Event>(fact =>
            fact.Time == "01:30" && fact.Start == "2031-04-02T01:30+00:00");

    [Fact]
    public void A_page_of_a_publisher_that_republishes_is_an_origin_only_once_it_is_known_whose_report_it_is()
    {
        snapshot.Find<Event>("2031-04-02-gauge").Should().Match<Event>(fact =>
            fact.Origins == 0 && fact.Supports == 1 && fact.Status == Status.SingleSource);
        snapshot.Find<Statement>("2031-04-04-nobody-warned").Should()
            .Match<Statement>(fact => fact.Origins == 1 && fact.Status == Status.SingleSource);
        snapshot.Find<Toll>("2031-04-05-drowned-rescuer").Should()
            .Match<Toll>(fact => fact.Origins == 1 && fact.Status == Status.SingleSource);
    }

    [Fact]
    public void A_rebuttal_supports_that_the_statement_was_made() =>
        snapshot.Find<Statement>("2031-04-03-levees-are-safe").Should().Match<Statement>(
            said => said.Status == Status.Corroborated && said.Origins == 2 && said.Supports == 1 && said.Rebuts == 1);

    [Fact]
    public async Task A_rebutted_statement_has_a_review_and_shows_it_beside_its_status()
    {
        var claims = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync("/v1alpha1/claims:search?query=levees",
            TestContext.Current.CancellationToken));
        var linked = await client.GetStringAsync("/v1/facts/2031-04-03-levees-are-safe?format=ld%2Bjson",
            TestContext.Current.CancellationToken);
        var page = await client.GetStringAsync("/facts/2031-04-03-levees-are-safe", TestContext.Current.CancellationToken);

        claims.GetProperty("claims")[0].GetProperty("claimReview")[0].GetProperty("textualRating").GetString().Should()
            .Be("Rebutted: 1 page reports that it was said and says that it is untrue");
        linked.Should().Contain("ClaimReview");
        page.Should().Contain("reported independently").And.Contain("rebutted by 1 page");
    }

    [Fact]
    public void A_retraction_of_a_page_without_a_date_counts_from_the_event_that_retracts()
    {
        snapshot.Find<Toll>("2031-04-03-drowned-12", new(2031, 4, 5)).Status.Should().Be(Status.SingleSource);
        snapshot.Find<Toll>("2031-04-03-drowned-12", new(2031, 4, 6)).Should().Match<Toll>(
            toll => toll.Status == Status.Retracted && toll.Retraction!.Since == new DateOnly(2031, 4, 6)
                && toll.Retraction.Replacement == null);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        snapshot.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
