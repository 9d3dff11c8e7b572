using System.Globalization;
using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class SeriesTests(Served served)
{
    [Fact]
    public async Task The_price_of_gas_in_Mangystau_doubles_within_the_band_of_what_pages_say()
    {
        var series = (await served.ListAsync<PriceSeries>("/v1/price-series?commodity=lpg&measure=price&place=mangystau&unit=litre"))
            .Single(one => one.Place!.Id == "mangystau");

        var point = series.Points.Single(point => point.Fact.Id == "2022-01-01-lpg-mangystau-doubled");
        (point.Day, point.Before!.Best, point.Before.Low, point.After.Best, point.After.Low, point.After.High, point.Status).Should()
            .Be((new DateOnly(2022, 1, 1), 60, 50, 120, 100, 120, Status.Corroborated));
        series.Points.Select(one => one.Day).OfType<DateOnly>().Should()
            .BeInAscendingOrder().And.HaveCount(3, "one is known to its month alone");
        (series.SinglePoint, series.Currency!.Id, series.Commodity.Names!.Ru).Should().Be((false, "KZT", "сжиженный газ"));
    }

    [Fact]
    public async Task A_cap_in_several_places_is_a_point_in_the_series_of_each()
    {
        var cap =
            (await served.ListAsync<PriceChange>("/v1/price-changes?commodity=lpg&measure=cap&from=2022-01-06&to=2022-01-06&limit=500"))
            .First(one => one.Places.Count > 1);

        var series = await served.ListAsync<PriceSeries>("/v1/price-series?commodity=lpg&measure=cap");

        series.Where(one => one.Points.Any(point => point.Fact.Id == cap.Id)).Select(one => one.Place!.Id).Should()
            .BeEquivalentTo(cap.Places.Select(place => place.Id));
        series.Should().OnlyContain(one => one.SinglePoint == (one.Points.Count == 1)).And.Contain(one => one.SinglePoint);
    }

    [Fact]
    public async Task Every_price_change_with_a_number_after_is_in_the_series()
    {
        var changes = await served.ListAsync<PriceChange>("/v1/price-changes?limit=500");

        var series = await served.ListAsync<PriceSeries>("/v1/price-series");

        series.SelectMany(one => one.Points.Select(point => point.Fact.Id)).Distinct().Should()
            .BeEquivalentTo(changes.Where(change => change.After is not null).Select(change => change.Id));
    }

    [Fact]
    public async Task The_killed_are_counted_from_day_to_day_and_the_164_are_marked_as_retracted()
    {
        var series = (await served.ListAsync<TollSeries>("/v1/toll-series?measure=killed&group=all"))
            .Single(one => one.Place!.Id == "kazakhstan");

        series.Points.Select(point => point.Count.Best).Should().Equal(164, 225, 227, 230, 232, 238);
        series.Points.Where(point => point.Retracted).Select(point => point.Fact.Id).Should().Equal("2022-01-09-killed-164");
        series.Points[0].RetractedSince.Should().Be(new DateOnly(2022, 1, 9));
        series.Measure.Names!.Kk.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_open_count_is_drawn_at_its_bound_and_says_so_in_words()
    {
        var series = await served.ListAsync<TollSeries>("/v1/toll-series?measure=killed&group=protesters");

        series.Single().Points.Single().Count.Should().BeEquivalentTo(new { Low = 10, Best = 10, Text = "10 or more" });
    }

    [Fact]
    public async Task Series_are_those_of_what_was_known_by_a_day() =>
        (await served.ListAsync<TollSeries>("/v1/toll-series?measure=killed&group=all&asOf=2022-01-08")).Should().BeEmpty();

    [Fact]
    public async Task Deployments_are_summarised_by_contributor_and_phase_without_adding_people_up()
    {
        var deployments = await served.ListAsync<Deployment>("/v1/deployments?limit=500");

        var summaries = await served.ListAsync<DeploymentSummary>("/v1/deployment-summary");

        summaries.Select(one => (one.Contributor.Id, one.Phase, one.Facts)).Should()
            .Equal(deployments.GroupBy(one => (one.Contributor.Id, one.Phase))
            .OrderBy(group => group.Key.Id, StringComparer.Ordinal).ThenBy(group => group.Key.Phase)
                .Select(group => (group.Key.Id, group.Key.Phase, group.Count())));
        summaries.Should().OnlyContain(one => one.Retracted == 0, "none of them is retracted");
        foreach (var summary in summaries.Where(one => one.Personnel is not null))
        {
            var best = deployments.Single(one => one.Id == summary.BestFact!.Id);
            (best.Contributor.Id, best.Phase, best.Personnel!.ToString()).Should()
                .Be((summary.Contributor.Id, summary.Phase, summary.Personnel!.Text));
            summary.BestStatus.Should().Be(best.Status);
            summary.Personnel.Best.Should().BeInRange(summary.Personnel.Low, summary.Personnel.High);
        }
        summaries.Should().Contain(one => one.Contributor.Id == "armenia" && one.Personnel != null
            && one.Contributor.Names!.Ru == "Армения");
    }

    public static TheoryData<TimelineBy, TimelineBucket, string> Timelines => new MatrixTheoryData<TimelineBy, TimelineBucket, string>(
        Enum.GetValues<TimelineBy>(), Enum.GetValues<TimelineBucket>(),
            ["from=2022-01-04&to=2022-01-12", "from=2022-01-05&to=2022-01-05&place=almaty"]);

    [Theory, MemberData(nameof(Timelines))]
    public async Task A_timeline_counts_what_a_plain_loop_counts_and_keeps_empty_steps(TimelineBy by, TimelineBucket bucket, string filter)
    {
        List<Fact> facts = [];
        for (var path = $"/v1/facts?limit=500&{filter}"; path is not null;)
        {
            facts.AddRange(await served.ListAsync<Fact>(path));
            path = (await served.GetAsync(path)).GetProperty("next").GetString();
        }

        var series =
            await served.ListAsync<TimelineSeries>($"/v1/timeline?by={ClosedWords.Of(by)}&bucket={ClosedWords.Of(bucket)}&{filter}");

        var days = filter.Split('&')[..2].Select(day => DateOnly.ParseExact(day[(day.IndexOf('=', StringComparison.Ordinal) + 1)..],
            "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var values = facts.SelectMany(fact => ValuesOf(fact, by).Select(value => (value, fact)))
            .ToLookup(one => one.value, one => one.fact);
        series.Select(one => one.Value.Id).Should().BeEquivalentTo(values.Select(group => group.Key));
        foreach (var one in series)
        {
            one.Points.Should().Equal(StartsOf(days[0], days[1], bucket)
                .Select(start => PointOf(start, values[one.Value.Id].Where(fact => StartOf(fact, bucket) == start))), one.Value.Id);
            (one.Count, one.Count + one.Aside).Should().Be((one.Points.Sum(point => point.Count), values[one.Value.Id].Count()));
        }
    }

    internal static TimelinePoint PointOf(string start, IEnumerable<Fact> facts) => new()
    {
        Start = start, Count = facts.Count(), Disputed = facts.Count(fact => fact.Status == Status.Disputed),
        Retracted = facts.Count(fact => fact.Status == Status.Retracted),
    };

    internal static IEnumerable<string> ValuesOf(Fact fact, TimelineBy by) => by switch
    {
        TimelineBy.Kind => [ClosedWords.Of(fact.Kind)],
        TimelineBy.Type => fact is Event happening ? [ClosedWords.Of(happening.Type)] : [],
        _ => fact.Places.Select(place => place.Id),
    };

    internal static string? StartOf(Fact fact, TimelineBucket bucket) => bucket switch
    {
        _ when fact.Precision is Precision.Month or Precision.Year or Precision.Unknown => null,
        TimelineBucket.Hour => fact.Time is { } time && fact.Precision != Precision.Day ? $"{fact.First:yyyy-MM-dd} {time[..2]}:00" : null,
        _ => $"{Monday(fact.OrderedBy(), bucket):yyyy-MM-dd}",
    };

    internal static IEnumerable<string> StartsOf(DateOnly from, DateOnly to, TimelineBucket bucket)
    {
        for (var day = Monday(from, bucket); day <= to; day = day.AddDays(bucket == TimelineBucket.Week ? 7 : 1))
            if (bucket != TimelineBucket.Hour) yield return $"{day:yyyy-MM-dd}";
            else
                for (var hour = 0; hour < 24; hour++) yield return $"{day:yyyy-MM-dd} {hour:00}:00";
    }

    static DateOnly Monday(DateOnly day, TimelineBucket bucket)
    {
        while (bucket == TimelineBucket.Week && day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(-1);
        return day;
    }

    [Fact]
    public async Task A_timeline_as_csv_has_a_row_for_each_step_and_a_column_for_each_series()
    {
        var series = await served.ListAsync<TimelineSeries>("/v1/timeline?from=2022-01-02&to=2022-01-10");

        var rows = await RowsAsync("/v1/timeline?from=2022-01-02&to=2022-01-10&format=csv");

        rows[0].Keys.Should().Equal(["start", .. series.Select(one => one.Value.Id)]);
        rows.Select(row => row["start"]).Should().Equal(series[0].Points.Select(point => point.Start)).And.HaveCount(9);
        rows.Select(row => row["event"]).Should().Equal(series.Single(one => one.Value.Id == "event").Points.Select(point =>
            $"{point.Count}"));
    }

    [Fact]
    public async Task Series_as_csv_are_a_row_a_point_with_plain_numbers()
    {
        var prices = await RowsAsync("/v1/price-series?commodity=lpg&format=csv");
        var tolls = await RowsAsync("/v1/toll-series?measure=killed&format=csv");

        prices.Should().HaveCount((await served.ListAsync<PriceSeries>("/v1/price-series?commodity=lpg")).Sum(one => one.Points.Count));
        var doubled = prices.Single(row => row["fact"] == "2022-01-01-lpg-mangystau-doubled");
        (doubled["commodity"], doubled["place"], doubled["day"], doubled["beforeBest"], doubled["afterLow"], doubled["afterBest"],
            doubled["afterHigh"]).Should().Be(("lpg", "mangystau", "2022-01-01", "60", "100", "120", "120"));
        var retracted = tolls.Single(row => row["fact"] == "2022-01-09-killed-164");
        (retracted["countBest"], retracted["retracted"], retracted["status"]).Should().Be(("164", "true", "retracted"));
        (await RowsAsync("/v1/deployment-summary?format=csv")).Should()
            .Contain(row => row["contributor"] == "armenia" && row["phase"] == "announced");
    }

    [Theory]
    [InlineData("/v1/timeline?bucket=hour&from=2021-01-01&to=2022-12-31", "bucket", "take a longer one, or narrow the days by from and to")]
    [InlineData("/v1/timeline?from=0001-01-01&to=9999-12-31", "bucket", "take a longer one, or narrow the days by from and to")]
    [InlineData("/v1/timeline?by=knd", "by", "did you mean 'kind'?")]
    [InlineData("/v1/timeline?bucket=minute", "bucket", null)]
    [InlineData("/v1/price-series?commodity=lgp", "commodity", "did you mean 'lpg'? see /v1/words?registry=commodity")]
    [InlineData("/v1/toll-series?format=geojson", "format", null)]
    [InlineData("/v1/deployment-summary?limit=5", "limit", null)]
    public async Task An_invalid_value_is_reported_with_a_hint(string path, string parameter, string? hint)
    {
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        if (hint is not null) BadInputTests.AdviceOf(error).Should().Be(hint);
    }

    [Fact]
    public async Task Days_in_which_nothing_began_give_an_empty_answer()
    {
        (await served.ListAsync<TimelineSeries>("/v1/timeline?from=2019-01-01&to=2019-01-02")).Should().BeEmpty();
        (await served.Client.GetStringAsync("/v1/timeline?from=2019-01-01&to=2019-01-02&format=csv", TestContext.Current.CancellationToken))
            .Should().Be("start\r\n");
    }

    [Fact]
    public void More_series_than_can_be_drawn_are_refused()
    {
        var many = () => Enumerable.Range(0, SeriesReading.MostSeries + 1).Bounded();

        many.Should().Throw<InvalidParametersException>().WithMessage($"*{SeriesReading.MostSeries}*");
        Enumerable.Range(0, SeriesReading.MostSeries).Bounded().Should().HaveCount(SeriesReading.MostSeries);
    }

    async Task<List<Dictionary<string, string>>> RowsAsync(string path) =>
        Csv.Rows(await served.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}
