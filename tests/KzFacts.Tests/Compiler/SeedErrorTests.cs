using FluentAssertions;

namespace KzFacts.Tests.Compiler;

public sealed class SeedErrorTests
{
    static readonly string Words26 = string.Join(' ', Enumerable.Repeat("word", 26));

    public static readonly TheoryData<string, string, string, string> Mistakes = new()
    {
        { "events", "places: [almaty]", "places: [almatty]", "seeds/events.yaml:7: unknown place 'almatty': did you mean 'almaty'?" },
        { "events", "places: [almaty]", "places: [ulan-bator]", "seeds/events.yaml:7: unknown place 'ulan-bator': add it to places" },
        { "events", "source: tass", "source: tas", "seeds/events.yaml:10: unknown source 'tas': did you mean 'tass'?" },
        { "events", "target: [tokayev]", "target: [tokaev]", "seeds/events.yaml:8: unknown actor 'tokaev': did you mean 'tokayev'?" },
        {
            "statements", "about: [2022-01-05-speech]", "about: [2022-01-05-spech]",
            "seeds/statements.yaml:7: unknown event '2022-01-05-spech': did you mean '2022-01-05-speech'?"
        },
        {
            "statements", "about: [2022-01-05-speech]", "about: [2022-01-05-killed]",
            "seeds/statements.yaml:7: '2022-01-05-killed' is a toll, but an event is needed here"
        },
        {
            "tolls", "group: all", "group: all\n  related: { replaced_by: [2022-01-05-kiled] }",
            "seeds/tolls.yaml:4: unknown fact '2022-01-05-kiled': did you mean '2022-01-05-killed'?"
        },
        {
            "tolls", "measure: killed", "measure: kiled",
            "seeds/tolls.yaml:2: unknown word 'kiled' of toll_measure: did you mean 'killed'?"
        },
        {
            "statements", "topics: [gas]", "topics: [weather]",
            "seeds/statements.yaml:8: unknown word 'weather' of topic: add it, with its labels, to words.yaml"
        },
        {
            "events", "summary: Crowds", "sumary: Crowds",
            "seeds/events.yaml:1: 'summary' is missing\nseeds/events.yaml:4: unknown field 'sumary': did you mean 'summary'?"
        },
        { "tolls", "  place: kazakhstan\n", "", "seeds/tolls.yaml:1: 'place' is missing" },
        { "events", "type: riot", "type: riots", "seeds/events.yaml:2: 'riots' is not one of *: did you mean 'riot'?" },
        {
            "events", "end: 2022-01-07", "end: 2022-02-30",
            "seeds/events.yaml:6: '2022-02-30' is not a date: such as 2022-01-05, 2022-01, 2022, or *"
        },
        { "events", "end: 2022-01-07", "end: 2022-01-04", "seeds/events.yaml:6: the end, 2022-01-04, lies before the start, 2022-01-05" },
        { "events", "end: 2022-01-07", "end: ~", "seeds/events.yaml:6: end has no value: leave the field out if the value is not known" },
        { "events", "title: Unrest in Almaty", "title: \"\"", "seeds/events.yaml:3: the text is empty" },
        { "events", "places: [almaty]", "places: almaty", "seeds/events.yaml:7: a list is needed here, such as [a, b]" },
        {
            "events", "id: 2022-01-05-unrest", "id: unrest",
            "seeds/events.yaml:1: 'unrest' does not begin with its date: such as 2022-01-05-unrest, *"
        },
        {
            "tolls", "id: 2022-01-05-killed", "id: 2022-01-06-killed",
            "seeds/tolls.yaml:1: '2022-01-06-killed' begins with a date other than the fact's, 2022-01-05"
        },
        {
            "tolls", "id: 2022-01-05-killed", "id: 2022-01-05-Killed",
            "seeds/tolls.yaml:1: '2022-01-05-Killed' is not an id: lower-case letters *"
        },
        { "tolls", "count: 8\n  c", "count: { min: 9, max: 8 }\n  c", "seeds/tolls.yaml:4: min 9 is greater than max 8" },
        { "tolls", "count: 8\n  c", "count: {}\n  c", "seeds/tolls.yaml:4: a range has a min, a max, or both" },
        {
            "tolls", "count: 8\n  c", "count: eight\n  c",
            "seeds/tolls.yaml:4: 'eight' is not a number: a number, or { min: 10, max: 20 } *"
        },
        { "tolls", "values: { count: 8 }", "values: { cuont: 8 }", "seeds/tolls.yaml:10: 'cuont' is not a field *: did you mean 'count'?" },
        {
            "tolls", "values: { count: 8 }", "values: { wounded: 8 }",
            "seeds/tolls.yaml:10: 'wounded' is not a field for which a page may give its own value: one of *; put other words into details"
        },
        {
            "tolls", "source: reuters", "source: tass",
            "seeds/tolls.yaml:8: source 'tass' has 2 claims: give one claim for each source; put differences into its values and details"
        },
        {
            "deployments", "    - source: reuters\n      evidence: { start: the force, end: 2030 people }\n", "    []\n",
            "seeds/deployments.yaml:9: a fact has at least one claim"
        },
        {
            "statements", "text: The price will fall", $"text: {Words26}",
            "seeds/statements.yaml:3: the quote has 26 words: 25 at the most"
        },
        { "places", "parent: kazakhstan", "parent: almaty", "seeds/places.yaml:7: place 'almaty' lies in itself" },
        {
            "places", "parent: kazakhstan", "parent: kazahstan",
            "seeds/places.yaml:7: unknown place 'kazahstan': did you mean 'kazakhstan'?"
        },
        {
            "sources", "https://kloop.example/1", "http://www.tass.example/1/#top",
            "seeds/sources.yaml:16: 'http://www.tass.example/1/#top' is the same page as that of source 'tass': *"
        },
        { "places", "  latitude: 43.65\n", "", "seeds/places.yaml:13: latitude and longitude go together" },
        {
            "sources", "language: kg", "language: Kyrgyz",
            "seeds/sources.yaml:18: 'Kyrgyz' is not an ISO 639-1 code: two lower-case letters"
        },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void An_error_is_reported_with_its_file_its_line_and_a_hint(string part, string right, string wrong, string expected)
    {
        using var seeds = new SmallSeeds();

        seeds.Change(part, right, wrong);

        string.Join('\n', seeds.Errors()).Should().Match(expected);
    }

    [Fact]
    public void The_small_seeds_have_no_errors()
    {
        using var seeds = new SmallSeeds();

        seeds.Errors().Should().BeEmpty();
    }
}
