using System.Globalization;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Benchmarks.Seeds;

/// <summary>A real entry as a template: the same words, on another day and with other pages.</summary>
sealed class Template(SeedMap entry)
{
    const int LongestSlug = 80; // leaves room in an id for the date and a number

    /// <summary>The fields that hold dates, of the fact or of a page's own values.</summary>
    static readonly string[] Dates = ["start", "end", "made", "effective", "countedOn"];

    public string Text(string field) => entry.Fields.TryGetValue(field, out var node) ? ((SeedScalar)node).Text : "";

    public int Claims => entry.Fields.TryGetValue("claims", out var claims) ? ((SeedList)claims).Items.Count : 0;

    /// <summary>The id of the fact of this template on a day.</summary>
    public string FactId(DateOnly day, long number)
    {
        var id = Text("id");
        var date = new[] { 10, 7, 4 }.First(length => id.Length > length && id[length] == '-' && PartialDate.TryParse(id[..length], out _));
        var slug = id[(date + 1)..];
        return $"{Iso(day)[..date]}-{slug[..Math.Min(slug.Length, LongestSlug)].TrimEnd('-')}-{number}";
    }

    /// <summary>The fact of this template on another day.</summary>
    /// <param name="id">An id from <see cref="FactId"/>.</param>
    /// <param name="sources">One source for each claim of the template.</param>
    /// <param name="other">An event that takes the place of every related fact.</param>
    public SeedMap Fact(string id, DateOnly day, IReadOnlyList<string> sources, string? other)
    {
        var began = Dates.Where(date => date != "end").Select(Text).FirstOrDefault(text => text.Length > 0);
        var shift = began is null ? 0 : day.DayNumber - FirstOf(began).DayNumber;
        Dictionary<string, SeedNode> fields = new() { ["id"] = Plain(id) };
        foreach (var (name, value) in entry.Fields.Where(field => field.Key != "id"))
        {
            if (name == "claims") fields[name] = Claimed((SeedList)value, sources);
            else if (name == "about") fields[name] = ListOf(other!);
            else if (name == "related")
            {
                if (other is not null) fields[name] = Mapped((SeedMap)value, _ => ListOf(other));
            }
            else if (name == "end" && began is null) continue;
            else fields[name] = Dates.Contains(name) ? Plain(Moved(((SeedScalar)value).Text, shift)) : value;
        }
        return new("", 0, fields);
    }

    /// <summary>The source of this template on another day.</summary>
    public SeedMap Source(string id, DateOnly day, long number)
    {
        Dictionary<string, SeedNode> fields = [];
        foreach (var (name, value) in entry.Fields)
            fields[name] = name switch
            {
                "id" => Plain(id),
                "urls" => Listed((SeedList)value, url => Numbered(((SeedScalar)url).Text, number)),
                "published" or "publishedBy" => Plain(Iso(day)[..Math.Min(10, Text(name).Length)]),
                _ => value,
            };
        return new("", 0, fields);
    }

    static SeedList Claimed(SeedList claims, IReadOnlyList<string> sources)
    {
        var next = 0;
        return Listed(claims, claim => Mapped((SeedMap)claim, field => field.Key switch
        {
            "source" => Plain(sources[next++]),
            "values" => new SeedMap("", 0, ((SeedMap)field.Value).Fields.Where(value => !Dates.Contains(value.Key)).ToDictionary()),
            _ => field.Value,
        }));
    }

    static SeedMap Mapped(SeedMap map, Func<KeyValuePair<string, SeedNode>, SeedNode> value) =>
        new("", 0, map.Fields.ToDictionary(field => field.Key, value));

    static SeedList Listed(SeedList list, Func<SeedNode, SeedNode> item) => new("", 0, [.. list.Items.Select(item)]);

    static SeedList ListOf(string text) => new("", 0, [Plain(text)]);

    static SeedScalar Numbered(string url, long number)
    {
        var page = url.Split('#')[0].TrimEnd('/');
        return new("", 0, $"{page}{(page.Contains('?') ? "&n=" : "/")}{number}", Quoted: true);
    }

    /// <summary>A date with its precision. Clocks differed in other years, so times of day are in UTC.</summary>
    static string Moved(string date, int days) =>
        Iso(FirstOf(date).AddDays(days))[..Math.Min(10, date.Length)] + (date.Length > 10 ? $"{date[10..^6]}+00:00" : "");

    static DateOnly FirstOf(string date) =>
        PartialDate.TryParse(date, out var known) ? known.First : throw new FormatException($"'{date}' is not a date.");

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static SeedScalar Plain(string text) => new("", 0, text, Quoted: false);
}
