using KzFacts.Compiler.Kinds;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Benchmarks.Seeds;

/// <summary>Writes seeds with any number of facts by repeating the real ones on other days. So words, lengths, claims, places and
/// actors are distributed as in reality. The same number gives the same seeds.</summary>
static class Generator
{
    public static readonly DateOnly First = new(1990, 1, 1), Last = new(2025, 12, 31);

    const int FactsPerFile = 1000, FactsPerSource = 5;

    /// <summary>How far apart, in the order of days, the pages that report one fact may be.</summary>
    const int Nearby = 24;

    /// <summary>The most days by which a page is late, so that facts become known gradually.</summary>
    const int LongestLag = 3;

    /// <summary>The share of facts of each kind, in percent.</summary>
    static readonly (Kind Kind, int Percent)[] Shares =
        [(Kind.Event, 70), (Kind.Statement, 12), (Kind.PriceChange, 8), (Kind.Deployment, 4), (Kind.Toll, 6)];

    /// <param name="real">The seeds to repeat.</param>
    /// <param name="target">A folder that does not exist yet.</param>
    public static void Write(SeedFolder real, string target, int facts)
    {
        Directory.CreateDirectory(target);
        foreach (var part in (string[])["words", "actors"])
            foreach (var (file, _) in real.Files(part)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        // The examples are facts that are not repeated. The clocks are in UTC.
        Copy(real, "crisis", target, line => line.StartsWith("zone:", StringComparison.Ordinal) ? "zone: UTC" : line, until: "examples:");
        Copy(real, "places", target, line => line.StartsWith("  zone:", StringComparison.Ordinal) ? "" : line);
        foreach (var file in Directory.GetFiles(real.Path, "*.geojson")) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        var random = new Random(facts);
        WriteSources(random, Read(real, "sources"), target, facts);
        WriteFacts(random, real, target, facts);
    }

    static void Copy(SeedFolder real, string part, string target, Func<string, string> change, string? until = null)
    {
        foreach (var (file, _) in real.Files(part))
            File.WriteAllLines(Path.Combine(target, Path.GetFileName(file)),
                File.ReadLines(file).TakeWhile(line => line != until).Select(change));
    }

    static void WriteSources(Random random, List<Template> templates, string target, int facts)
    {
        using var part = new Part(target, "sources");
        for (var i = 0; i < SourcesOf(facts); i++)
        {
            var day = Day(i, SourcesOf(facts)).AddDays(random.Next(LongestLag));
            SeedText.Write(part.Next(), templates[random.Next(templates.Count)].Source(SourceId(i), day, i));
        }
    }

    static void WriteFacts(Random random, SeedFolder real, string target, int facts)
    {
        var parts = Enum.GetValues<Kind>().ToDictionary(
            kind => kind, kind => (Templates: Read(real, SeedKind.All[kind].Part), Files: new Part(target, SeedKind.All[kind].Part)));
        string? previous = null;
        for (var i = 0; i < facts; i++)
        {
            var kind = i == 0 ? Kind.Event : KindOf(random.Next(100)); // a statement is about an event
            var (templates, files) = parts[kind];
            var template = templates[random.Next(templates.Count)];
            var day = Day(i, facts);
            var id = template.FactId(day, i);
            SeedText.Write(files.Next(), template.Fact(id, day, SourcesFor(random, i, facts, template.Claims), previous));
            if (kind == Kind.Event) previous = id;
        }
        foreach (var (_, files) in parts.Values) files.Dispose();
    }

    static List<string> SourcesFor(Random random, int fact, int facts, int count)
    {
        HashSet<int> chosen = [];
        while (chosen.Count < count) chosen.Add((fact / FactsPerSource + random.Next(Nearby)) % SourcesOf(facts));
        return [.. chosen.Select(SourceId)];
    }

    static int SourcesOf(int facts) => Math.Max(Nearby, facts / FactsPerSource);

    static string SourceId(int number) => $"benchmark-page-{number:000000}";

    static DateOnly Day(int at, int of) => First.AddDays((int)((long)at * (Last.DayNumber - First.DayNumber + 1) / of));

    static Kind KindOf(int percent)
    {
        foreach (var (kind, share) in Shares)
            if ((percent -= share) < 0) return kind;
        throw new InvalidOperationException("The shares are less than a hundred percent.");
    }

    static List<Template> Read(SeedFolder seeds, string part)
    {
        var errors = new SeedErrors();
        var entries = seeds.Files(part).SelectMany(file => SeedFile.Read(file.File, file.Name, errors)).ToList();
        if (errors.Count > 0 || entries.Count == 0) throw new InvalidOperationException($"The seeds' {part} cannot be read.");
        return entries.ConvertAll(entry => new Template((SeedMap)entry));
    }

    /// <summary>The files of one part of the seeds. When one is full, the next one begins.</summary>
    sealed class Part(string target, string name) : IDisposable
    {
        readonly string folder = Directory.CreateDirectory(Path.Combine(target, name)).FullName;
        StreamWriter? file;
        int written;

        public StreamWriter Next()
        {
            if (written % FactsPerFile == 0)
            {
                file?.Dispose();
                file = File.CreateText(Path.Combine(folder, $"{written / FactsPerFile:0000}.yaml"));
            }
            written++;
            return file!;
        }

        public void Dispose() => file?.Dispose();
    }
}
