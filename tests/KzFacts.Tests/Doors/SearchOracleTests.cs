using System.Text.Json;
using CsCheck;
using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Doors;

/// <summary>Searches compared with the real facts in memory.</summary>
public sealed class SearchOracleTests(Served served)
{
    static readonly SearchOptions AllFacets = new(Facets: Enum.GetValues<Facet>());

    readonly Oracle oracle = new(served);

    [Fact]
    public void All_facts_that_have_the_words_are_found_and_counted()
    {
        var facts = oracle.Facts.Select(fact => (Fact: fact, Texts: Texts(fact).OfType<string>()
            .Select(text => Folding.Spans(text).ToList()).ToList())).ToList();
        Queries.Sample(query =>
        {
            var terms = FullText.Terms(query);
            List<Fact> expected = [.. facts.Where(one => terms.All(term =>
                one.Texts.Exists(text => Enumerable.Range(0, text.Count).Any(i => term.At(text, i) > 0)))).Select(one => one.Fact)];
            var answer = served.Snapshot.Search(new() { Q = query, Page = new() { Limit = Page.Largest } }, AllFacets);

            if (expected.Count == 0)
                answer.Should().Match<SearchAnswer>(answer => answer.Match == (answer.Total == 0 ? WordMatch.None : WordMatch.Some), query);
            else
            {
                answer.Match.Should().Be(WordMatch.All);
                answer.Total.Should().Be(expected.Count, query);
                answer.Items.Select(item => item.Fact.Id).Should()
                    .BeSubsetOf(expected.Select(fact => fact.Id)).And.HaveCount(Math.Min(Page.Largest, expected.Count));
                Check(answer.Facets.Kind, expected.Select(fact => ClosedWords.Of(fact.Kind)));
                Check(answer.Facets.Status, expected.Select(fact => ClosedWords.Of(fact.Status)));
                Check(answer.Facets.Place, expected.SelectMany(fact => fact.Places.Select(place => place.Id).Distinct()), 20);
                Check(answer.Facets.Day, expected.Select(fact => fact.Day()).OfType<DateOnly>().Select(day => $"{day:yyyy-MM-dd}"), 100);
                answer.Facets.Day.Should().BeInAscendingOrder(value => value.Value, StringComparer.Ordinal);
            }
        }, iter: 60);
    }

    [Fact]
    public void Highlights_lie_in_their_text_apart_and_fold_to_a_word_of_the_query() => Queries.Sample(query =>
    {
        var terms = FullText.Terms(query);
        foreach (var snippet in served.Snapshot.Search(new() { Q = query }).Items.SelectMany(item => item.Snippets))
        {
            snippet.Highlights.Should().NotBeEmpty();
            var end = 0;
            foreach (var highlight in snippet.Highlights)
            {
                highlight.Start.Should().BeGreaterThanOrEqualTo(end);
                end = highlight.Start + highlight.Length;
                List<FoldedWord> words = [.. Folding.Spans(snippet.Text[highlight.Start..end])];
                terms.Should().Contain(term => term.At(words, 0) == words.Count, $"{query}: {snippet.Text}");
            }
        }
    }, iter: 200);

    [Theory]
    [InlineData("Затулиным", "")]
    [InlineData("peacekeepers", "kind: [event], place: [\"almaty\"]")]
    [InlineData("statue toppled Taldykorgan", "status: [corroborated, single_source]")]
    [InlineData("bitcion", "asOf: \"2022-01-12\"")]
    public async Task REST_and_GraphQL_give_the_same_answer(string query, string filter)
    {
        const string Selection =
            "items { fact { id title status } snippets { field text highlights { start length } source } } match total facets { kind { " +
            "value name count } status { value name count } place { value name count } day { value name count } } didYouMean";
        var graphql =
            (await served.QueryAsync(
            $"query ($q: String!) {{ search(q: $q, first: 20, filter: {{ {filter} }}) {{ revision {Selection} }} }}", new { q = query }))
            .GetProperty("data").GetProperty("search");
        var rest =
            await served.GetAsync(
            $"/v1/search?q={Uri.EscapeDataString(query)}&facets=kind&facets=status&facets=place&facets=day&{Rest(filter)}");

        foreach (var member in new[] { "revision", "match", "total", "facets", "didYouMean" })
            JsonElement.DeepEquals(graphql.GetProperty(member), rest.GetProperty(member)).Should().BeTrue(member);
        var (nodes, items) = (graphql.GetProperty("items").EnumerateArray().ToList(), rest.GetProperty("items").EnumerateArray().ToList());
        nodes.Select(node => node.GetProperty("fact").GetProperty("id").GetString()).Should()
            .Equal(items.Select(item => item.GetProperty("fact").GetProperty("id").GetString()));
        for (var i = 0; i < items.Count; i++)
            JsonElement.DeepEquals(nodes[i].GetProperty("snippets"), items[i].GetProperty("snippets")).Should().BeTrue();
    }

    /// <summary>A GraphQL filter as a query string.</summary>
    static string Rest(string filter) => string.Join('&', filter.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(new List<string>(), (pairs, part) => [.. pairs, part.Contains(':', StringComparison.Ordinal) ? part
            : $"{pairs[^1].Split(':')[0]}: {part}"])
        .Select(pair => pair.Split(": ")).Select(pair => $"{pair[0]}={pair[1].Trim('[', ']', '"')}"));

    static void Check(IReadOnlyList<FacetValue>? facet, IEnumerable<string> values, int most = int.MaxValue) =>
        facet!.ToDictionary(value => value.Value, value => value.Count).Should().BeEquivalentTo(
            values.CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most)
                .ToDictionary());

    /// <summary>One to three words of a fact: whole, by their beginnings, or two that stand together.</summary>
    Gen<string> Queries =>
        from fact in Gen.Int[0, oracle.Facts.Count - 1]
        from places in Gen.Int[0, 1000].Array[1, 3]
        from form in Gen.Int[0, 3]
        let words = $"{oracle.Facts[fact].Title} {oracle.Facts[fact].Summary} {oracle.Facts[fact].Claims![0].Source.Title}".Split(' ',
            StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('"', '*')).Where(word => word.Any(char.IsLetterOrDigit)).ToList()
        let chosen = places.Select(place => words[place % words.Count]).ToList()
        select form switch
        {
            0 => string.Join(' ', chosen.Select(word => $"{word[..Math.Max(1, word.Length - 2)]}*")) is var typed
                && FullText.Query(typed) is not null ? typed : chosen[0],
            1 when words.Count > 1 && places[0] % (words.Count - 1) is var at => $"\"{words[at]} {words[at + 1]}\"",
            _ => string.Join(' ', chosen),
        };

    IEnumerable<string?> Texts(Fact fact)
    {
        IEnumerable<string?> Spellings(LocalNames names) => [names.En, names.Ru, names.Kk];
        IEnumerable<string?> Label(string id) => Spellings(oracle.Words.Single(word => word.Id == id).Labels);
        IEnumerable<IEnumerable<string?>> texts =
        [
            [fact.Title, fact.Summary, (fact as Statement)?.Quote?.Text, (fact as Deployment)?.Equipment, (fact as Deployment)?.LegalBasis],
            .. fact.Places.Select(own => oracle.Places.Single(place => place.Id == own.Id))
                .Select(place => Spellings(place.Names).Concat(place.Aliases)),
            .. fact.Actors.Select(part => oracle.Actors.Single(actor => actor.Id == part.Actor.Id))
                .Select(actor => Spellings(actor.Names).Concat(actor.Aliases)),
            .. (fact as Statement)?.Topics.Select(topic => Label($"topic.{topic}")) ?? [],
            fact is PriceChange price ? Label($"commodity.{price.Commodity}") : [],
            fact is Deployment deployment ? Label($"operation.{deployment.Operation}") : [],
            .. fact is Toll toll ? new[] { Label($"toll_measure.{toll.Measure}"), Label($"group.{toll.Group}") } : [],
            .. fact.Claims!.Select(claim => new[] { $"{claim.Evidence.Start} {claim.Evidence.End}", claim.Source.Title }),
        ];
        return texts.SelectMany(text => text);
    }
}
