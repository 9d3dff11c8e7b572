using System.Buffers;
using System.Text.Json;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>What a search returns besides the facts.</summary>
/// <param name="WithClaims">Whether each fact comes with the pages that claim it.</param>
/// <param name="Facets">The properties by which all matching facts are counted.</param>
public sealed record SearchOptions(bool WithClaims = false, IReadOnlyCollection<Facet>? Facets = null, bool WithSnippets = true);

/// <summary>Searches facts by their words, the best match first. One statement finds the facts; a second one counts all matches,
/// unless the page already shows their number. If no fact has all the words, the search returns facts that have some of
/// them.</summary>
public static class FactSearch
{
    /// <summary>The number of facts on a page, unless the request says otherwise.</summary>
    public const int Default = 20;

    const int MostPlaces = 20, MostDays = 100;

    /// <summary>The weights of the columns for BM25: a name or a word of the title weighs more than a word of a page's passage.</summary>
    const string Weights = "bm25(10, 5, 3, 1)";

    static readonly Dictionary<Facet, string> Counts = new()
    {
        [Facet.Kind] = "select 'Kind', kind, '', count(*) from found group by kind",
        [Facet.Status] = "select 'Status', status, '', count(*) from found group by status",
        [Facet.Place] =
            "select 'Place', c.place, p.document ->> '$.names.en', c.n from (select l.place, count(*) n from found cross join fact_place "
            + $"l on l.row = found.row where l.own = 1 group by l.place order by n desc, l.place limit {MostPlaces}) c cross join place p "
            + "on p.id = c.place",
        [Facet.Day] =
            $"select 'Day', first, '', n from (select first, count(*) n from found where {FactReads.HasDay} group by first order by n " +
            $"desc, first limit {MostDays})",
    };

    /// <summary>Writes the finished JSON of a <see cref="SearchAnswer"/> for the words of the filter.</summary>
    /// <exception cref="QueryTimeoutException">The time limit of the lane has passed.</exception>
    public static void Write(Lane lane, string revision, AnyFactFilter filter, SearchOptions options, IBufferWriter<byte> output)
    {
        Envelope.Write(output, json =>
        {
            json.WriteString("revision", revision);
            json.WriteStartArray("items");
            var (found, used) = FindAllOrSome(filter, tried => WriteItems(lane, tried, options, json));
            json.WriteEndArray();
            var suggestion = found == 0 || used.SomeWords ? Spelling.Suggest(lane, filter) : null;
            var facets = options.Facets ?? [];
            var counts = found < used.Limit && facets.Count == 0 ? null : CountsOf(lane, used, facets);
            json.WriteValue("match", found == 0 ? WordMatch.None : used.SomeWords ? WordMatch.Some : WordMatch.All);
            json.WriteNumber("total", counts?[""].Single().Count ?? found);
            json.WriteValue("facets", FacetsOf(counts, facets));
            json.WriteString("didYouMean", suggestion);
        });
    }

    /// <summary>Calls <paramref name="each"/> with the document of each fact that matches, the best match first.</summary>
    public static int Each(Lane lane, AnyFactFilter filter, bool withClaims, Action<Row> each) => lane.Each(
        $"""
        select {(withClaims ? "d" : "c")}.json, d.json
        from (select f.row, s.rank {Found(filter, nameof(filter.RankedMatch))} and s.rank match '{Weights}'
          order by s.rank, f.row limit @Limit) best
        cross join fact_card c on c.row = best.row cross join fact_document d on d.row = best.row order by best.rank, best.row
        """,
        filter,
        row =>
        {
            each(row);
            return true;
        });

    /// <summary>Finds facts that have all words of the filter, or, if there are none, facts that have some of them. Returns the
    /// number of facts and the filter that found them.</summary>
    public static (int Found, AnyFactFilter Used) FindAllOrSome(AnyFactFilter filter, Func<AnyFactFilter, int> find)
    {
        var found = find(filter);
        if (found > 0 || FullText.Terms(filter.Q!).Count < 2) return (found, filter);
        filter = filter with { SomeWords = true };
        return (find(filter), filter);
    }

    /// <summary>The same with each fact that has all words, or else with facts that have most of them: what has only a few words of a
    /// headline is about something else.</summary>
    public static void EachAllOrMost(Lane lane, AnyFactFilter filter, bool withClaims, Action<Row> each)
    {
        List<Term> telling = [.. FullText.Terms(filter.Q!).Where(term => term.Length > LongestEmptyWord
            || char.IsAsciiDigit(term.Forms[0][0][0]))];
        FindAllOrSome(filter, tried => Each(lane, tried, withClaims, row =>
        {
            if (!tried.SomeWords || HasMost(row, telling)) each(row);
        }));
    }

    /// <summary>A shorter word says little about a subject.</summary>
    const int LongestEmptyWord = 3;

    static bool HasMost(Row row, List<Term> terms)
    {
        List<FoldedWord> words = [.. Folding.Spans(row.Text(1))];
        return terms.Count > 0 && terms.Count(term => Enumerable.Range(0, words.Count).Any(i => term.At(words, i) > 0)) * 2 >= terms.Count;
    }

    static int WriteItems(Lane lane, AnyFactFilter filter, SearchOptions options, Utf8JsonWriter json)
    {
        var terms = FullText.Terms(filter.Q!);
        return Each(lane, filter, options.WithClaims, row =>
        {
            json.WriteStartObject();
            json.WriteFinished("fact", row.Utf8(0));
            json.WriteValue("snippets", options.WithSnippets ? Snippets.Of(row, terms) : []);
            json.WriteEndObject();
        });
    }

    static ILookup<string, FacetValue> CountsOf(Lane lane, AnyFactFilter filter, IReadOnlyCollection<Facet> facets)
    {
        List<(string Facet, FacetValue Value)> counts = [];
        var wanted = facets.Distinct().Order().Select(facet => Counts[facet]).Prepend("select '', '', '', count(*) from found");
        lane.Each(
            $"with found as materialized (select f.row, f.kind, f.status, f.first, f.precision {Found(filter, nameof(filter.Match))}) " +
            $"{string.Join(" union all ", wanted)}", filter, row =>
        {
            counts.Add((row.Text(0), new()
            {
                Value = row.Text(1), Name = row.Text(2) is { Length: > 0 } name ? name
                : null, Count = (int)row.Number(3)
            }));
            return true;
        });
        return counts.ToLookup(count => count.Facet, count => count.Value);
    }

    static Facets FacetsOf(ILookup<string, FacetValue>? counts, IReadOnlyCollection<Facet> wanted)
    {
        IReadOnlyList<FacetValue>? Of(Facet facet) => wanted.Contains(facet)
            ? [.. counts![facet.ToString()].OrderBy(value => facet == Facet.Day ? 0 : -value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal)]
            : null;
        return new() { Kind = Of(Facet.Kind), Status = Of(Facet.Status), Place = Of(Facet.Place), Day = Of(Facet.Day) };
    }

    /// <summary>The matching facts. The full-text index drives the statement, as testing it for each fact would be slow.</summary>
    static string Found(AnyFactFilter filter, string match)
    {
        var given = Parameter.All(typeof(AnyFactFilter)).Where(parameter =>
            parameter.Property.Name != nameof(FactFilter.Q) && parameter.IsGiven(filter))
            .Select(parameter => parameter.Predicate(parameter.IsSingle(filter)));
        if (filter.AsOf is null) given = given.Append("f.current = 1");
        return $"from fact_search s cross join fact f on f.row = s.rowid where fact_search match @{match} and " +
            $"{string.Join(" and ", given)}";
    }
}
