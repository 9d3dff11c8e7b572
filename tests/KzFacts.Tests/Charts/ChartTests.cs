using System.Globalization;
using System.Net;
using System.Xml.Linq;
using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Data.Series;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Charts;

public sealed class ChartTests(Served served)
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, string, int> Pictures =>
        new MatrixTheoryData<string, string, int>(["timeline", "prices", "tolls", "deployments", "map"], ["en", "ru", "kk"],
        [320, 800, 2000]);

    [Theory, MemberData(nameof(Pictures))]
    public async Task Every_chart_is_a_picture_with_a_title_the_revision_and_nothing_from_elsewhere(string chart, string language,
        int width)
    {
        var picture = await DrawAsync($"{chart}.svg?lang={language}&width={width}");

        picture.Name.Should().Be(Svg + "svg");
        ((string?)picture.Attribute("role"), (string?)picture.Attribute("width"), (string?)picture.Attribute(XNamespace.Xml + "lang"))
            .Should().Be(("img", $"{width}", language));
        picture.Element(Svg + "title")!.Value.Should().NotBeEmpty();
        picture.Element(Svg + "desc")!.Value.Should().Contain(served.Snapshot.State.Revision[..8]);
        string.Concat(Texts(picture)).Should().Contain(served.Snapshot.State.Revision[..8]);
        picture.Descendants().Select(element => element.Name.LocalName).Should()
            .NotContain(["script", "image", "use", "a", "foreignObject"]);
        picture.DescendantsAndSelf().Attributes().Should().NotContain(attribute => attribute.Name.LocalName == "href");
        foreach (var text in picture.Descendants(Svg + "text"))
            double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture).Should().BeInRange(0, width);
        (await TextAsync($"{chart}.svg?lang={language}&width={width}")).Should()
            .NotContain("url(").And.NotContain("NaN").And.NotContain("Infinity");
    }

    [Fact]
    public async Task The_164_are_crossed_out_and_not_part_of_the_line()
    {
        var picture = await DrawAsync("tolls.svg?measure=killed&group=all&place=kazakhstan");

        var retracted = picture.Descendants(Svg + "path").Where(path =>
            path.Element(Svg + "title")?.Value.Contains("164", StringComparison.Ordinal) == true).ToList();
        retracted.Should().ContainSingle().Which.Attribute("d")!.Value.Count(c => c == 'M').Should().Be(2, "a cross is two strokes");
        picture.Descendants(Svg + "text").Single(text => text.Value == "164").Attribute("class")!.Value.Should().Contain("gone");
        Texts(picture).Should().Contain(["retracted", "reported independently"], "a legend names the marks");
        picture.Element(Svg + "desc")!.Value.Should().Contain("9 January 2022: 164, retracted");
    }

    [Theory]
    [InlineData("measure=killed&group=all&place=kazakhstan")]
    [InlineData("from=2022-01-08&asOf=2022-01-12")]
    public async Task The_corner_counts_the_facts_and_pages_of_the_filter(string filter)
    {
        var facts = await served.ListAsync<Toll>($"/v1/tolls?{filter}&expand=claims&limit=500");
        var pages = facts.SelectMany(fact => fact.Claims!.Select(claim => claim.Source.Id)).Distinct().Count();

        var picture = await DrawAsync($"tolls.svg?{filter}");

        Texts(picture).Should().Contain(text => text.StartsWith($"KzFacts: {facts.Count} facts of {pages} pages · ",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2022-01-09&to=2022-01-11")]
    [InlineData("kind=event&asOf=2022-01-07")]
    public async Task The_bubbles_of_the_map_count_the_facts_of_each_place(string filter)
    {
        var facts = await served.ListAsync<Fact>($"/v1/facts?{filter}&limit=500");
        var counts = facts.SelectMany(fact => fact.Places, (fact, place) => (fact.Status, place)).GroupBy(one => one.place.Name)
            .ToDictionary(group => $"{group.Key}: {group.Count()}", group =>
                group.Count(one => one.Status is Status.Disputed or Status.Retracted));

        var picture = await DrawAsync($"map.svg?{filter}");

        var bubbles = picture.Elements(Svg + "circle").Select(circle => circle.Element(Svg + "title")?.Value).OfType<string>().ToList();
        bubbles.Should().HaveCountGreaterThan(5).And.BeSubsetOf(counts.Keys);
        foreach (var bubble in bubbles)
            picture.Element(Svg + "desc")!.Value.Should().Contain(counts[bubble] is > 0 and var shaky
                ? $"{bubble} (of these retracted or disputed: {shaky})." : $"{bubble}.");
    }

    [Fact]
    public async Task A_chart_with_asOf_shows_what_was_known_by_that_day() =>
        string.Concat(Texts(await DrawAsync("tolls.svg?measure=killed&asOf=2022-01-09"))).Should().Contain("as known on 9 January 2022");

    [Theory]
    [InlineData("en", "A single figure shows no trend.")]
    [InlineData("ru", "Одно число: хода оно не показывает.")]
    [InlineData("kk", "Жалғыз сан: барысын көрсетпейді.")]
    public async Task A_chart_of_one_point_says_so_in_words(string language, string words) =>
        string.Join(' ', Texts(await DrawAsync($"tolls.svg?measure=killed&group=protesters&lang={language}"))).Should()
            .Contain(words).And.Contain("≥\u00a010");

    [Theory]
    [InlineData("timeline")]
    [InlineData("prices")]
    [InlineData("tolls")]
    [InlineData("deployments")]
    [InlineData("map")]
    public async Task A_chart_without_facts_says_so(string chart) =>
        Texts(await DrawAsync($"{chart}.svg?from=2019-01-01&to=2019-01-02")).Should().Contain("No fact matches these filters.");

    [Fact]
    public async Task The_columns_of_a_timeline_are_the_counts_of_the_series()
    {
        var series = await served.ListAsync<TimelineSeries>("/v1/timeline?from=2022-01-02&to=2022-01-10&place=almaty");

        var picture = await DrawAsync("timeline.svg?from=2022-01-02&to=2022-01-10&place=almaty");

        Titles(picture).Select(title => title[..10]).Distinct().Should()
            .BeEquivalentTo(series.SelectMany(one => one.Points.Where(point => point.Count > 0)).Select(point => point.Start).Distinct());
        Titles(picture).Sum(title => int.Parse(title[(title.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)).Should()
            .Be(series.Sum(one => one.Count));
    }

    [Fact]
    public async Task The_parts_of_a_column_that_are_disputed_or_retracted_are_striped_and_hollow()
    {
        var tolls = (await served.ListAsync<TimelineSeries>("/v1/timeline?kind=toll&from=2022-01-09&to=2022-01-09"))
            .Single().Points.Single();
        var events = (await served.ListAsync<TimelineSeries>("/v1/timeline?kind=event&from=2022-01-05&to=2022-01-05"))
            .Single().Points.Single();

        var picture = await DrawAsync("timeline.svg?from=2022-01-05&to=2022-01-09");

        ClassOf(picture, $"2022-01-09, toll, retracted: {tolls.Retracted}").Should().StartWith("hollow");
        ClassOf(picture, $"2022-01-05, event, disputed: {events.Disputed}").Should().StartWith("striped");
        Texts(picture).Should().Contain(["disputed", "retracted"], "a legend names the parts");
        picture.Element(Svg + "desc")!.Value.Should().MatchRegex(@"toll: \d+ \(retracted: \d+\)\.");
        Texts(await DrawAsync("timeline.svg?status=corroborated")).Should().NotContain(["disputed", "retracted"]);
    }

    [Fact]
    public async Task The_mark_of_a_deployment_is_that_of_its_best_fact()
    {
        var summary = (await served.ListAsync<DeploymentSummary>("/v1/deployment-summary?contributor=russia&phase=announced")).Single();

        var picture = await DrawAsync("deployments.svg?contributor=russia");

        summary.BestStatus.Should().Be(Status.Unconfirmed);
        picture.Descendants(Svg + "path").Single(mark => mark.Element(Svg + "title")?.Value == summary.BestFact!.Title)
            .Attribute("d")!.Value.Count(c => c == 'L').Should().Be(2, "a triangle has three corners");
        Texts(picture).Should().Contain("unconfirmed").And.NotContain("reported independently",
            "the legend has only the marks that are drawn");
        picture.Element(Svg + "desc")!.Value.Should().Contain("Russia, announced: 3,000 (3,000–5,000), unconfirmed.");
    }

    [Fact]
    public async Task A_row_of_retracted_deployments_is_crossed_out()
    {
        using var seeds = new SmallSeeds();
        seeds.Change("deployments", "end: 2030 people }", "end: 2030 people }\n      stance: retracts").Compile().Errors.Should().BeEmpty();
        await using var server = Served.Start(seeds.Folder.Path, seeds.Database);
        using var client = server.CreateClient();

        var picture = XElement.Parse(await client.GetStringAsync("/charts/deployments.svg", TestContext.Current.CancellationToken));

        picture.Descendants(Svg + "text").Single(text => text.Value == "active").Attribute("class")!.Value.Should().Be("gone");
        Texts(picture).Should().Contain(["retracted", "retracted (1 fact)"]);
        picture.Descendants(Svg + "path").Where(mark => mark.Attribute("d")!.Value.Count(c => c == 'M') == 2).Should()
            .HaveCount(2, "a cross in the legend and one in the row");
        (await client.GetStringAsync("/v1/deployment-summary?format=csv", TestContext.Current.CancellationToken)).Should()
            .Contain("csto,CSTO,active,1,1,");
    }

    [Fact]
    public async Task A_band_is_drawn_where_figures_differ()
    {
        var picture = await DrawAsync("prices.svg?commodity=lpg&measure=price&place=mangystau");

        picture.Descendants(Svg + "rect").Where(box => box.Attribute("class")!.Value.StartsWith("band", StringComparison.Ordinal)).Should()
            .HaveCountGreaterThan(1, "the legend has one");
        Texts(picture).Should().Contain(["range of the figures", "tenge / litre"]);
    }

    [Theory]
    [InlineData("theme=light", false, "#ffffff")]
    [InlineData("theme=dark", false, "#16181c")]
    [InlineData("", true, "#ffffff")]
    public async Task Colours_are_those_asked_for_or_those_that_the_reader_prefers(string query, bool both, string paper)
    {
        var style = (await DrawAsync($"map.svg?{query}")).Element(Svg + "style")!.Value;

        (style.Contains("prefers-color-scheme", StringComparison.Ordinal),
            style.Contains($".paper{{fill:{paper}}}", StringComparison.Ordinal)).Should().Be((both, true));
    }

    [Fact]
    public async Task Names_numbers_and_days_are_in_the_language_asked_for() =>
        string.Join(' ', Texts(await DrawAsync("deployments.svg?lang=ru"))).Should()
            .Contain("Армения").And.Contain("объявлено").And.Contain("3000").And.NotContain("Armenia");

    [Theory]
    [InlineData("tolls.svg?measure=kiled",
        "measure: 'kiled' is not a word of the registry toll_measure. (did you mean 'killed'? see /v1/words?registry=toll_measure)")]
    [InlineData("map.svg?width=10", "width: 10 is not between 320 and 2000.")]
    [InlineData("map.svg?theme=red", "theme: 'red' is not one of light, dark.")]
    [InlineData("prices.svg?lang=de", "lang: 'de' is not one of en, ru, kk.")]
    [InlineData("timeline.svg?from=yesterday", "from: 'yesterday' is not a valid date. (such as 2022-01-05)")]
    [InlineData("timeline.svg?bucket=hour&from=2021-01-01&to=2022-12-31", "bucket: 'hour' gives 17520 steps")]
    [InlineData("map.svg?place=%3Cscript%3E%26%00%01", "place: there is no place with the id '<script>&")]
    public async Task An_invalid_value_is_reported_in_the_picture(string path, string words)
    {
        using var response = await served.Client.GetAsync($"/charts/{path}", TestContext.Current.CancellationToken);

        (response.StatusCode, response.Content.Headers.ContentType!.ToString(), response.Headers.CacheControl!.NoStore).Should()
            .Be((HttpStatusCode.BadRequest, "image/svg+xml; charset=utf-8", true));
        (await WordsOfAsync(response)).Should().Contain(words);
    }

    [Fact]
    public async Task Parameters_of_other_sites_are_ignored() =>
        (await TextAsync("tolls.svg?measure=killed&utm_source=x&fbclid=y&q2=")).Should().Be(await TextAsync("tolls.svg?measure=killed"));

    [Theory]
    [InlineData("map.svg?type=clash", "type: there is no such parameter.")]
    [InlineData("timeline.svg?type=clash", "type: there is no such parameter.")]
    [InlineData("map.svg?kind=deployment&contributor=russia", "contributor: there is no such parameter.")]
    [InlineData("tolls.svg?measur=killed", "measur: there is no such parameter. (did you mean 'measure'?)")]
    [InlineData("tolls.svg?Measure=killed", "Measure: there is no such parameter. (did you mean 'measure'?)")]
    [InlineData("timeline.svg?plase=almaty", "plase: there is no such parameter. (did you mean 'place'?)")]
    [InlineData("prices.svg?bucket=week", "bucket: there is no such parameter.")]
    [InlineData("prices.svg?limit=5", "limit: there is no such parameter.")]
    [InlineData("prices.svg?amp;place=almaty", "amp;place: there is no such parameter.")]
    [InlineData("prices.svg?place[]=almaty", "place[]: there is no such parameter.")]
    [InlineData("prices.svg?TO=2022-01-05", "TO: there is no such parameter.")]
    public async Task A_filter_that_a_chart_does_not_support_is_refused_and_not_ignored(string path, string words)
    {
        using var response = await served.Client.GetAsync($"/charts/{path}", TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await WordsOfAsync(response)).Should().Contain(words);
    }

    [Theory]
    [InlineData("utm_source=x&utm_medium=y&utm_campaign=z&utm_term=a&utm_content=b")]
    [InlineData("fbclid=x&gclid=y&yclid=z&msclkid=a&mc_cid=b&mc_eid=c&_ga=d&igshid=e")]
    [InlineData("fb_source=a&feature=youtu.be&ab_channel=x&ito=1&aff=2&sourceid=chrome&groupid=3&amp;utm_source=y&UTM_SOURCE=z")]
    [InlineData("v=2&t=1643000000&_=1&cb=7&rev=3&revision=abc&ref=home&share=1&hash=0a1b&amp=1")]
    public async Task Parameters_that_links_collect_are_ignored(string tail) =>
        (await TextAsync($"tolls.svg?measure=killed&{tail}")).Should().Be(await TextAsync("tolls.svg?measure=killed"));

    [Fact]
    public async Task A_figure_that_is_known_to_the_month_is_written_in_words_and_not_drawn_at_a_day()
    {
        var picture = await DrawAsync("prices.svg?commodity=lpg&measure=price&place=mangystau");

        string.Join(' ', Texts(picture)).Should().Contain("Mangystau Region, January 2022: 38 → 120");
        picture.Element(Svg + "desc")!.Value.Should().Contain("January 2022: 120");
        picture.Element(Svg + "desc")!.Value.Should().NotContain("1 January 2022: 120, single source");
    }

    [Fact]
    public async Task Texts_of_facts_are_escaped()
    {
        var picture = await TextAsync("tolls.svg");

        picture.Should().NotContain("& ");
        XElement.Parse(picture).Descendants().Select(element => element.Name.LocalName).Distinct().Should()
            .BeSubsetOf(["title", "desc", "style", "rect", "text", "line", "circle", "path"]);
    }

    [Fact]
    public async Task A_valid_copy_is_not_sent_again()
    {
        using var first = await served.Client.GetAsync("/charts/map.svg", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/charts/map.svg");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await served.Client.SendAsync(again, TestContext.Current.CancellationToken);

        (second.StatusCode, (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length).Should()
            .Be((HttpStatusCode.NotModified, 0));
    }

    /// <summary>The titles of the parts of columns.</summary>
    static IEnumerable<string> Titles(XElement picture) =>
        picture.Elements().Where(part => part.Name.LocalName is "rect" or "line").Select(part => part.Element(Svg + "title")?.Value)
        .OfType<string>();

    static string ClassOf(XElement picture, string title) =>
        picture.Elements().Single(part => part.Element(Svg + "title")?.Value == title).Attribute("class")!.Value;

    static IEnumerable<string> Texts(XElement picture) => picture.Descendants(Svg + "text").Select(text => text.Value);

    /// <summary>The texts in a picture, whatever its status.</summary>
    static async Task<string> WordsOfAsync(HttpResponseMessage response) =>
        string.Join(' ', Texts(XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))));

    async Task<XElement> DrawAsync(string path) => XElement.Parse(await TextAsync(path));

    Task<string> TextAsync(string path) => served.Client.GetStringAsync($"/charts/{path}", TestContext.Current.CancellationToken);
}
