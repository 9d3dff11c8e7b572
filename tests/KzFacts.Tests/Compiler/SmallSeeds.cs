using KzFacts.Compiler;
using KzFacts.Compiler.Seeds;

namespace KzFacts.Tests.Compiler;

/// <summary>A seed folder for one test, with one or two facts of each kind. It is valid until the test changes a file.</summary>
sealed class SmallSeeds : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("kzfacts-small-").FullName;

    public SmallSeeds()
    {
        Directory.CreateDirectory(Folder.Path);
        foreach (var (part, yaml) in Valid) Write(part, yaml);
    }

    public SeedFolder Folder => new(Path.Combine(root, "seeds"));

    public string Database => Path.Combine(root, "kzfacts.db");

    public CompileResult Compile(IProgress<CompileProgress>? progress = null, bool acceptLoss = true) =>
        SeedCompiler.Compile(Folder, Database, new() { Progress = progress, AcceptLoss = acceptLoss });

    /// <summary>The errors of a compile, as editors see them.</summary>
    public IEnumerable<string> Errors() => Compile().Errors.Select(error => error.ToString());

    public SmallSeeds Write(string part, string yaml)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(part))!);
        File.WriteAllText(FileOf(part), yaml);
        return this;
    }

    public SmallSeeds Write(string part, byte[] bytes)
    {
        File.WriteAllBytes(FileOf(part), bytes);
        return this;
    }

    /// <summary>Appends lines to a file, or creates it.</summary>
    public SmallSeeds Add(string part, string yaml) => Write(part, File.Exists(FileOf(part)) ? $"{Read(part)}{yaml}\n" : $"{yaml}\n");

    /// <summary>Replaces a passage of a file. The passage must occur once.</summary>
    public SmallSeeds Change(string part, string from, string to) => Read(part).Split(from) is [var before, var after]
        ? Write(part, $"{before}{to}{after}")
        : throw new ArgumentException($"'{from}' does not stand once in {part}.");

    public string Read(string part) => File.ReadAllText(FileOf(part));

    /// <summary>The files beside the seeds, except the lock file of compiles.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(root).Select(file => Path.GetFileName(file))
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(root, recursive: true);

    string FileOf(string part) => Path.Combine(Folder.Path, $"{part}.yaml");

    static readonly IReadOnlyList<(string Part, string Yaml)> Valid =
    [
        ("crisis", """
            name: { en: the trial }
            title: { en: A trial of few facts }
            description: { en: A few facts. }
            period: { en: January 2022 }
            first: 2022-01-01
            last: 2022-01-31
            zone: Asia/Almaty
            country: kazakhstan
            map: { west: 45, south: 39, east: 89, north: 57 }

            """),
        ("words", """
            - { registry: commodity, key: lpg, labels: { en: LPG } }
            - { registry: price_measure, key: price, labels: { en: price } }
            - { registry: operation, key: mission, labels: { en: mission } }
            - { registry: toll_measure, key: killed, labels: { en: killed } }
            - { registry: group, key: all, labels: { en: all } }
            - { registry: topic, key: gas, labels: { en: gas } }

            """),
        ("actors", """
            - id: tokayev
              kind: person
              names: { en: Tokayev }
            - id: csto
              kind: organization
              names: { en: CSTO }

            """),
        ("places", """
            - id: kazakhstan
              kind: country
              names: { en: Kazakhstan }
            - id: almaty
              kind: city
              names: { en: Almaty }
              parent: kazakhstan
              latitude: 43.25
              longitude: 76.95
            - id: aktau
              kind: town
              names: { en: Aktau }
              latitude: 43.65
              longitude: 51.2

            """),
        ("sources", """
            - id: tass
              urls: ["https://tass.example/1"]
              publisher: TASS
              language: ru
              kind: wire
              published: 2022-01-05
              accessed: 2022-02-01
            - id: reuters
              urls: ["https://reuters.example/1"]
              publisher: Reuters
              language: en
              kind: wire
              published: 2022-01-06
              accessed: 2022-02-01
            - id: kloop
              urls: ["https://kloop.example/1"]
              publisher: Kloop
              language: kg
              kind: news
              accessed: 2022-02-01

            """),
        ("events", """
            - id: 2022-01-05-unrest
              type: riot
              title: Unrest in Almaty
              summary: Crowds enter the city hall.
              start: 2022-01-05
              end: 2022-01-07
              places: [almaty]
              actors: { target: [tokayev] }
              claims:
                - source: tass
                  evidence: { start: crowds entered, end: city hall }
            - id: 2022-01-05-speech
              type: speech
              title: The president speaks
              summary: Speaks to the nation.
              start: 2022-01-05T16:00+06:00
              claims:
                - source: reuters
                  evidence: { start: the president, end: has spoken }

            """),
        ("statements", """
            - id: 2022-01-05-gas
              speaker: tokayev
              quote: { text: The price will fall, language: en }
              paraphrase: Said the price of gas would fall.
              made: 2022-01-05
              channel: tv_address
              about: [2022-01-05-speech]
              topics: [gas]
              claims:
                - source: tass
                  evidence: { start: the price, end: will fall }

            """),
        ("price-changes", """
            - id: 2022-01-01-lpg
              commodity: lpg
              measure: price
              before: 60
              after: 120
              effective: 2022-01-01
              places: [almaty]
              claims:
                - source: tass
                  evidence: { start: the price, end: has doubled }

            """),
        ("deployments", """
            - id: 2022-01-06-mission
              operation: mission
              contributor: csto
              destination: almaty
              phase: active
              personnel: 2030
              start: 2022-01-06
              claims:
                - source: reuters
                  evidence: { start: the force, end: 2030 people }

            """),
        ("tolls", """
            - id: 2022-01-05-killed
              measure: killed
              group: all
              count: 8
              countedOn: 2022-01-05
              place: kazakhstan
              claims:
                - source: tass
                  evidence: { start: eight, end: were killed }
                  values: { count: 8 }
                - source: reuters
                  evidence: { start: at least, end: were killed }

            """),
    ];
}
