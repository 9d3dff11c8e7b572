using System.Text;
using System.Text.Json;
using Dapper;
using KzFacts.Benchmarks.Seeds;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;
using Microsoft.Data.Sqlite;

namespace KzFacts.Benchmarks.Load;

/// <summary>A measured call: its requests to the server, and the requests to the ceiling for the same documents.</summary>
/// <param name="Aim">The lowest acceptable share of the ceiling's requests per second.</param>
sealed record Call(string Name, double Aim, IReadOnlyList<Request> Server, IReadOnlyList<Request> Ceiling)
{
    /// <summary>The most connections. With slow answers, more would get none within a run.</summary>
    public int MostConnections { get; init; } = int.MaxValue;

    /// <summary>The call whose growth with the number of facts is measured.</summary>
    public const string List = "list of 50";

    public const string Lookup = "look-up";

    const int Requests = 10_000, PageSize = 50, Articles = 200, ArticleLength = 5000, WordsOfSentence = 5;

    /// <summary>Long enough to fill every page with ten thousand facts.</summary>
    const int WindowYears = 5;

    // Uses variables, as clients do, so that the server can cache the parsed document.
    const string Query = """
        query Page($from: Date!, $to: Date!) { events(first: 50, filter: { from: $from, to: $to }) { nodes {
          id title summary first status places { name }
          claims { stance modality source { publisher url title } }
        } pageInfo { endCursor hasNextPage } } }
        """;

    /// <summary>The calls, with arguments drawn from a snapshot. The same snapshot gives the same arguments.</summary>
    public static IReadOnlyList<Call> All(string snapshot)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = snapshot, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        connection.Open();
        var random = new Random(1);
        var ids = Drawn(connection, random, "fact", "select id from fact where row = @row and current = 1 and kind = 'event'");
        var urls = Drawn(connection, random, "source", "select document ->> '$.urls[0]' from source where row = @row");
        var words = Drawn(connection, random, "fact", "select title from fact where row = @row and current = 1 and kind = 'event'")
            .ConvertAll(title => TwoWords(random, title));
        List<(string From, string To)> windows = [];
        var latest = Generator.Last.AddYears(-WindowYears).DayNumber - Generator.First.DayNumber;
        while (windows.Count < Requests)
        {
            var from = Generator.First.AddDays(random.Next(latest));
            windows.Add(($"{from:yyyy-MM-dd}", $"{from.AddYears(WindowYears):yyyy-MM-dd}"));
        }
        const string RowOfDay = "select row from fact where first >= @From order by first, time, id limit 1";
        var rows = windows.ConvertAll(days => connection.ExecuteScalar<long>(RowOfDay, new { days.From }));
        return
        [
            Same("one event", 0.6, ids, "/v1/events/", "/one?id="),
            new(List, 0.6,
                [.. windows.Select(days => new Request($"/v1/events?type=protest&from={days.From}&to={days.To}&limit={PageSize}"))],
                [.. rows.Select(row => new Request($"/list?type=protest&row={row}"))]),
            new("list from a day", 0.6,
                [.. windows.Select(days => new Request($"/v1/facts?from={days.From}&limit={PageSize}"))],
                [.. rows.Select(row => new Request($"/cards?row={row}"))]),
            Same(Lookup, 0.6, urls.ConvertAll(Uri.EscapeDataString), "/v1/lookup?url=", "/lookup?url="),
            new("search", 0.4,
                [.. words.Select(typed =>
                    new Request($"/v1/search?facets=kind&facets=status&facets=place&facets=day&q={Uri.EscapeDataString(typed)}"))],
                [.. words.Select(typed => new Request($"/search?match={Uri.EscapeDataString(FullText.Query(typed)!)}"))]),
            new("GraphQL page", 0.4,
                [.. windows.Select(days => new Request("/graphql", Body(days.From, days.To)))],
                [.. rows.Select(row => new Request($"/page?row={row}"))]),
            Check(connection, random),
        ];
    }

    /// <summary>Articles made of what facts say. The ceiling runs one plain full-text query for each sentence, with its longest
    /// words.</summary>
    static Call Check(SqliteConnection connection, Random random)
    {
        var said = Drawn(connection, random, "fact", "select json ->> '$.summary' from fact_card where row = @row");
        List<string> articles = [];
        for (var i = 0; articles.Count < Articles;)
        {
            var article = new StringBuilder();
            while (article.Length < ArticleLength) article.Append(said[i++ % said.Count].ReplaceLineEndings(" ")).Append(' ');
            articles.Add(article.ToString());
        }
        return new("check of 5 kB", 0.4,
            [.. articles.Select(article => new Request("/v1/check", JsonSerializer.Serialize(new { text = article })))],
            [.. articles.Select(article => new Request("/match?" + string.Join('&',
                Sentences.Of(article).Select(sentence => $"q={Words(article[sentence.Start..sentence.End])}"))))])
        { MostConnections = 2 };
    }

    static string Words(string sentence) =>
        Uri.EscapeDataString(string.Join(" OR ", Folding.Words(sentence).Distinct().OrderByDescending(word => word.Length)
        .Take(WordsOfSentence).Select(word => $"\"{word}\"")));

    static string Body(string from, string to) =>
        JsonSerializer.Serialize(new { query = Query.ReplaceLineEndings(" "), variables = new { from, to } });

    /// <summary>Two words of a title, as a person would type them.</summary>
    static string TwoWords(Random random, string title)
    {
        var words = Folding.Spans(title).Where(word => word.Length > 3).Select(word => title.Substring(word.Start, word.Length)).ToArray();
        random.Shuffle(words);
        return string.Join(' ', words.Take(2).DefaultIfEmpty(title));
    }

    static Call Same(string name, double aim, IReadOnlyList<string> arguments, string server, string ceiling) =>
        new(name, aim, [.. arguments.Select(one => new Request(server + one))], [.. arguments.Select(one => new Request(ceiling + one))]);

    static List<string> Drawn(SqliteConnection connection, Random random, string table, string sql)
    {
        var rows = connection.ExecuteScalar<long>($"select max(row) from {table}");
        List<string> drawn = [];
        while (drawn.Count < Requests)
            if (connection.ExecuteScalar<string>(sql, new { row = random.NextInt64(1, rows + 1) }) is { } one) drawn.Add(one);
        return drawn;
    }
}
