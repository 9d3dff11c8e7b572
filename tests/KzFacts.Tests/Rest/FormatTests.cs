using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class FormatTests(Served served)
{
    public static TheoryData<string> Lists =>
    [
        .. Catalog.All.Select(collection => $"/v1/{collection.Path}?"), "/v1/facts?place=almaty&from=2022-01-05&",
            "/v1/facts?asOf=2022-01-06&sort=-date&", "/v1/facts?status=disputed&kind=toll&to=2021-01-01&",
    ];

    [Theory, MemberData(nameof(Lists))]
    public async Task Csv_and_ndjson_give_as_many_rows_as_count_says(string list)
    {
        var count = (await served.GetAsync($"{list}limit=1&count=true")).GetProperty("count").GetInt32();

        Csv.Rows(await TextAsync($"{list}format=csv")).Should().HaveCount(count);
        Lines(await TextAsync($"{list}format=ndjson")).Should().HaveCount(count);
    }

    [Theory]
    [InlineData("/v1/facts?")]
    [InlineData("/v1/events?place=almaty&")]
    [InlineData("/v1/places?")]
    [InlineData("/v1/tolls?to=2021-01-01&")]
    public async Task GeoJson_is_a_FeatureCollection_with_a_feature_for_each_entry(string list)
    {
        var page = await served.GetAsync($"{list}limit=500&count=true");

        var collection = await served.GetAsync($"{list}format=geojson");

        var features = collection.GetProperty("features").EnumerateArray().ToList();
        collection.GetProperty("type").GetString().Should().Be("FeatureCollection");
        features.Should().HaveCount(page.GetProperty("count").GetInt32());
        features.Should().NotContain(feature => !IsFeature(feature));
        features.Take(500).Select(feature => feature.GetProperty("properties").GetRawText()).Should()
            .Equal(page.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task The_lines_of_ndjson_are_the_entries_of_json_with_their_claims_where_asked_for()
    {
        var items = (await served.GetAsync("/v1/tolls?limit=500&expand=claims&sort=-date")).GetProperty("items").EnumerateArray();

        Lines(await TextAsync("/v1/tolls?format=ndjson&expand=claims&sort=-date")).Should().Equal(items.Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task A_place_is_a_point_of_longitude_then_latitude()
    {
        var (feature, place) = (await served.GetAsync("/v1/places/almaty?format=geojson"), await served.GetAsync("/v1/places/almaty"));

        feature.GetProperty("geometry").GetRawText().Should().Be(
            $$"""{"type":"Point","coordinates":[{{place.GetProperty("longitude")}},{{place.GetProperty("latitude")}}]}""");
        IsFeature(feature).Should().BeTrue();
    }

    [Fact]
    public async Task A_fact_of_several_places_is_a_MultiPoint_and_keeps_its_fields()
    {
        var fact = (await served.GetAsync("/v1/price-changes?commodity=lpg&measure=cap&limit=500")).GetProperty("items").EnumerateArray()
            .First(item => item.GetProperty("places").GetArrayLength() > 1);

        var feature = await served.GetAsync($"/v1/facts/{fact.GetProperty("id").GetString()}?format=geojson");

        feature.GetProperty("type").GetString().Should().Be("Feature");
        feature.GetProperty("geometry").GetProperty("type").GetString().Should().Be("MultiPoint");
        feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength().Should()
            .Be(fact.GetProperty("places").EnumerateArray().Count(place =>
            place.GetProperty("latitude").ValueKind == JsonValueKind.Number));
        feature.GetProperty("properties").GetProperty("hash").GetString().Should().Be(fact.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_fact_without_a_place_has_no_geometry()
    {
        var fact = (await served.GetAsync("/v1/facts?limit=500&kind=statement")).GetProperty("items").EnumerateArray()
            .FirstOrDefault(item => item.GetProperty("places").EnumerateArray()
            .All(place => place.GetProperty("latitude").ValueKind == JsonValueKind.Null));
        Assert.SkipWhen(fact.ValueKind == JsonValueKind.Undefined, "every statement has a place");

        (await served.GetAsync($"/v1/facts/{fact.GetProperty("id").GetString()}?format=geojson")).GetProperty("geometry").ValueKind.Should()
            .Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Pages_of_a_feed_follow_one_another_and_hold_every_fact_once()
    {
        List<string> ids = [];
        HashSet<string> feeds = [];
        for (var address = "/v1/tolls?format=atom&limit=30"; address is not null;)
        {
            var feed = await FeedAsync(address);
            feeds.Add(feed.Id);
            ids.AddRange(feed.Items.Select(item => item.Id));
            address = feed.Links.SingleOrDefault(link => link.RelationshipType == "next")?.Uri.ToString();
        }

        ids.Should().HaveCount(SeedCounts.Of("tolls"))
            .And.OnlyHaveUniqueItems().And.Contain("tag:kzfacts,2022:facts/2022-01-09-killed-164");
        feeds.Should().ContainSingle();
    }

    [Fact]
    public async Task An_entry_is_updated_on_each_day_on_which_what_was_known_changed_and_keeps_its_id()
    {
        var history = await served.GetAsync("/v1/facts/2022-01-09-killed-164/history");
        var days = history.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("from").GetString())
            .OfType<string>().ToList();

        var entries = await Task.WhenAll(days.Select(day => EntryAsync($"/v1/facts/2022-01-09-killed-164?format=atom&asOf={day}")));
        var now = await EntryAsync("/v1/facts/2022-01-09-killed-164?format=atom");

        days.Should().HaveCountGreaterThan(1);
        entries.Select(entry => $"{entry.LastUpdatedTime:yyyy-MM-dd}").Should().Equal(days);
        entries.Append(now).Select(entry => entry.Id).Distinct().Should().Equal("tag:kzfacts,2022:facts/2022-01-09-killed-164");
        $"{now.LastUpdatedTime:yyyy-MM-dd}".Should().Be(days[^1]);
        now.Summary.Text.Should().Contain("Retracted");
        now.Authors.Should().ContainSingle();
    }

    [Fact]
    public async Task A_repeated_request_gets_the_same_feed_byte_for_byte() =>
        (await TextAsync("/v1/facts?format=atom&sort=-date")).Should().Be(await TextAsync("/v1/facts?format=atom&sort=-date"));

    [Fact]
    public async Task An_empty_feed_is_a_feed() => (await FeedAsync("/v1/tolls?to=2021-01-01&format=atom")).Items.Should().BeEmpty();

    [Theory]
    [InlineData("/v1/facts/2022-01-09-killed-164", "text/csv")]
    [InlineData("/v1/actors/kassym-jomart-tokayev", "text/csv")]
    public async Task An_entry_is_one_row(string path, string type)
    {
        using var response = await SendAsync(path, type);

        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        Csv.Rows(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("/v1/facts/2022-01-09-killed-164")]
    [InlineData("/v1/words/topic.accountability")]
    public async Task An_entry_is_one_line(string path) =>
        (await TextAsync($"{path}?format=ndjson")).Should().Be($"{await TextAsync(path)}\n");

    [Theory]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("application/geo+json", "application/geo+json")]
    [InlineData("application/atom+xml", "application/atom+xml")]
    [InlineData("text/html, application/atom+xml;q=0.5, application/json;q=0.4", "application/atom+xml")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    public async Task The_Accept_header_chooses_the_format(string accept, string type)
    {
        using var response = await SendAsync("/v1/tolls", accept);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }

    [Fact]
    public async Task Collections_without_days_have_no_feed()
    {
        using var response = await SendAsync("/v1/sources", "application/atom+xml");

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    async Task<SyndicationFeed> FeedAsync(string address)
    {
        using var xml = XmlReader.Create(new StringReader(await TextAsync(address)));
        return SyndicationFeed.Load(xml);
    }

    async Task<SyndicationItem> EntryAsync(string address)
    {
        using var xml = XmlReader.Create(new StringReader(await TextAsync(address)));
        return SyndicationItem.Load(xml);
    }

    Task<string> TextAsync(string path) => served.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    Task<HttpResponseMessage> SendAsync(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether it is valid by RFC 7946: a Feature whose geometry is a Point, a MultiPoint or null, with positions of
    /// longitude and latitude.</summary>
    static bool IsFeature(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        if (geometry.ValueKind == JsonValueKind.Null) return IsOf(feature, "Feature");
        var at = geometry.GetProperty("coordinates");
        var positions = IsOf(geometry, "Point") ? [at] : IsOf(geometry, "MultiPoint") ? at.EnumerateArray().ToList() : [];
        return IsOf(feature, "Feature") && positions.Count > 0
            && positions.All(position => position.GetArrayLength() == 2 && Math.Abs(position[0].GetDouble()) <= 180
            && Math.Abs(position[1].GetDouble()) <= 90);
    }

    static bool IsOf(JsonElement json, string type) => json.GetProperty("type").GetString() == type;

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
