using System.Text;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Querying;

namespace KzFacts.Tests.Compiler;

/// <summary>About 20,000 facts in 20 files, compiled once. The live heap is measured at each progress report.</summary>
public sealed class ManyFacts : IDisposable, IProgress<CompileProgress>
{
    public const int Files = 20, FactsPerFile = 1000;

    readonly SmallSeeds seeds = new();

    public ManyFacts()
    {
        for (var file = 0; file < Files; file++) seeds.Write($"tolls/{file:00}", Tolls(file));
        Result = seeds.Compile(this);
        Snapshot = Snapshot.Open(seeds.Database);
    }

    public CompileResult Result { get; }

    public Snapshot Snapshot { get; }

    public List<CompileProgress> Reports { get; } = [];

    public List<long> Held { get; } = [];

    public void Report(CompileProgress value)
    {
        Reports.Add(value);
        Held.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    public void Dispose()
    {
        Snapshot.Dispose();
        seeds.Dispose();
    }

    static string Tolls(int file)
    {
        var yaml = new StringBuilder();
        for (var i = 0; i < FactsPerFile; i++)
        {
            var day = $"{new DateOnly(2022, 1, 1).AddDays((file * FactsPerFile + i * 7) % 365):yyyy-MM-dd}";
            yaml.Append($$"""
                - id: {{day}}-killed-{{file}}-{{i}}
                  measure: killed
                  group: all
                  count: {{i + 1}}
                  countedOn: {{day}}
                  place: almaty
                  note: Counted in district {{i % 8}} by the office of the city, as the bulletin of the day has it
                  claims:
                    - source: tass
                      evidence: { start: so many, end: were killed }
                    - source: reuters
                      evidence: { start: no fewer, end: than that }
                      values: { count: {{i + 2}} }

                """);
        }
        return yaml.ToString();
    }
}

[CollectionDefinition(nameof(ScaleTests), DisableParallelization = true)]
[Collection(nameof(ScaleTests))]
public sealed class ScaleTests(ManyFacts many) : IClassFixture<ManyFacts>
{
    const int Total = ManyFacts.Files * ManyFacts.FactsPerFile + 6;

    /// <summary>The most memory that a compile may hold in addition to what it held before it read facts, whatever their number.
    /// Their JSON would take tens of megabytes.</summary>
    const long MostHeld = 4_000_000;

    [Fact]
    public void Twenty_thousand_facts_compile()
    {
        many.Result.Should().Match<CompileResult>(result => result.Revision != null && result.Facts == Total);
    }

    [Fact]
    public void Twenty_thousand_facts_are_compiled_in_bounded_memory()
    {
        (many.Held.Max() - many.Held[0]).Should().BeLessThan(MostHeld);
    }

    [Fact]
    public void Twenty_thousand_facts_stand_in_their_order()
    {
        many.Snapshot.Texts("select id from fact where current = 1 order by row").Should().HaveCount(Total)
            .And.Equal(many.Snapshot.Texts("select id from fact where current = 1 order by first, time, id"));
    }

    [Fact]
    public void Progress_is_reported_stage_by_stage()
    {
        many.Reports.Select(report => report.Stage).Distinct().Should().Equal("reading", "deriving", "indexing");
    }

    [Fact]
    public void Progress_says_how_many_facts_are_done_and_of_how_many_once_that_is_known()
    {
        var thousands = Enumerable.Range(1, ManyFacts.Files).Select(step => step * 1000L).ToList();

        many.Reports.Where(report => report.Stage == "reading").Should()
            .Equal(thousands.Select(done => new CompileProgress("reading", done, null)));
        many.Reports.Where(report => report.Stage == "deriving").Should()
            .Equal(thousands.Select(done => new CompileProgress("deriving", done, Total)));
    }
}
