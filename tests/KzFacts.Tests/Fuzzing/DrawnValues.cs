using System.Text.Json;
using System.Text.RegularExpressions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Values for generated requests: real ones that fit the description of a parameter, and odd ones.</summary>
sealed partial class DrawnValues
{
    static readonly string[] Strange =
    [
        "", " ", "0", "-1", "1e9", "99999999999999999999", "NaN", "Infinity", "null", "true", "[]", "{}", "\"", "'", "';--", "%", "%00",
            "\u0000", "\ufeff", "\u202e", "\ud83d\ude00", "ә", "قازاقستان",
        "0000-01-01", "0001-01-01", "9999-12-31", "2022-02-30", "2022-1-5", "180,90,-180,-90", "NaN,0,0,0", "0,0,0", "http://",
            "https://xn--zzzzzzzz9.kz/", "http://[::1]/", "http://a/\u0001", "//almaty", "*", "\"almaty", "AND",
        "ﬁ", "İ", "１２", "a\u0301\u0301\u0301", new('x', 300), new('я', 150), "2022-01-05-almaty-airport-seized\n", "../../etc/passwd",
            "<script>", "=1+1", "almaty,almaty",
    ];

    readonly Dictionary<string, string[]> ids = [], words = [];
    readonly string[] titles, urls, publishers;

    DrawnValues(Dictionary<string, string[]> ids, Dictionary<string, string[]> words, string[] titles, string[] urls, string[] publishers,
        string revision) =>
        (this.ids, this.words, this.titles, this.urls, this.publishers, Revision) = (ids, words, titles, urls, publishers, revision);

    public string Revision { get; }

    public static async Task<DrawnValues> OfAsync(Served served)
    {
        Dictionary<string, string[]> ids = [], words = [];
        foreach (var list in new[] { "facts", "events", "statements", "price-changes", "deployments", "tolls", "places", "actors",
            "sources", "words" }) ids[list] = [.. await served.IdsAsync($"/v1/{list}?limit=500")];
        foreach (var word in (await served.GetAsync("/v1/words?limit=500")).GetProperty("items").EnumerateArray()
            .GroupBy(word => Text(word, "registry"))) words[word.Key] = [.. word.Select(one => Text(one, "key"))];
        var facts = await served.GetAsync("/v1/facts?limit=500");
        var sources = (await served.GetAsync("/v1/sources?limit=500")).GetProperty("items").EnumerateArray().ToList();
        return new(ids, words, [.. facts.GetProperty("items").EnumerateArray().Select(fact => Text(fact, "title"))],
            [.. sources.Select(source => source.GetProperty("urls")[0].GetString()!)],
            [.. sources.Select(source => Text(source, "publisher")).Distinct()], Text(facts, "revision"));
    }

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static T One<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Id(Random random, string collection) => One(random, ids[collection]);

    public static string Odd(Random random) => One(random, Strange);

    public static string Day(Random random) => new DateOnly(2021, 12, 1).AddDays(random.Next(400)).ToString("yyyy-MM-dd");

    /// <summary>One to three words of a title, sometimes with quotation marks or an asterisk.</summary>
    public string Words(Random random)
    {
        var title = One(random, titles).Split(' ');
        var start = random.Next(title.Length);
        var text = string.Join(' ', title[start..Math.Min(title.Length, start + 1 + random.Next(3))]);
        return random.Next(10) switch { 0 => $"\"{text}\"", 1 => $"{text[..Math.Max(1, text.Length / 2)]}*", _ => text };
    }

    public string Url(Random random) => One(random, urls);

    /// <summary>A few sentences about facts.</summary>
    public string Article(Random random) =>
        string.Join(' ', Enumerable.Range(0, 1 + random.Next(5)).Select(_ =>
        $"On {1 + random.Next(31)} January 2022 {One(random, titles)}."));

    /// <summary>A real value for a parameter, chosen by its name and description.</summary>
    public string Real(Random random, string name, string description)
    {
        if (IdsUnder().Match(description) is { Success: true } id && ids.ContainsKey(id.Groups[1].Value))
            return Id(random, id.Groups[1].Value);
        if (WordOf().Match(description) is { Success: true } word && words.TryGetValue(word.Groups[1].Value, out var known))
            return One(random, known);
        return name switch
        {
            "q" or "query" => Words(random),
            "url" or "urls" or "sourceUrl" or "appearanceUrl" => Url(random),
            "publisher" => One(random, publishers),
            "bbox" => $"{random.Next(46, 60)},{random.Next(40, 45)},{random.Next(61, 88)},{random.Next(46, 56)}",
            "language" => One(random, ["en", "ru", "kk"]),
            "languageCode" => One(random, ["en", "en-GB", "ru"]),
            "since" => Revision,
            "text" => Article(random),
            "id" => Id(random, "facts"),
            _ => Words(random),
        };
    }

    [GeneratedRegex(@"Ids under /v1/([a-z-]+)\.")]
    private static partial Regex IdsUnder();

    [GeneratedRegex(@"word of the registry ([a-z_]+)")]
    private static partial Regex WordOf();
}
