using System.Text;
using FluentAssertions;

namespace KzFacts.Tests.Compiler;

public sealed class SeedFileErrorTests
{
    const string Toll = """
        - id: 2022-01-05-wounded
          measure: killed
          group: all
          countedOn: 2022-01-05
          place: almaty
          claims:
            - source: tass
              evidence: { start: many, end: were hurt }
        """;

    [Fact]
    public void Broken_yaml_is_reported_at_its_line()
    {
        using var seeds = new SmallSeeds();

        seeds.Change("tolls", "group: all", "group: 'all");

        seeds.Errors().Should().ContainSingle().Which.Should().Match("seeds/tolls.yaml:*: this is not YAML: *");
    }

    [Fact]
    public void A_file_that_is_not_a_list_is_reported()
    {
        using var seeds = new SmallSeeds();

        seeds.Write("tolls", "\nkilled: 8\n");

        seeds.Errors().Should().Equal("seeds/tolls.yaml:2: a seed file is a list of entries: begin each entry with '- id:'");
    }

    [Fact]
    public void A_byte_that_is_not_utf_8_is_reported_at_its_line()
    {
        using var seeds = new SmallSeeds();
        var latin1 = Encoding.Latin1.GetBytes("- id: 2022-01-05-killed\n  measure: killed\n  note: na\u00efve\n");

        seeds.Write("tolls", latin1);

        seeds.Errors().Should().ContainSingle().Which.Should().Be("seeds/tolls.yaml:3: a byte here is not UTF-8: save the file as UTF-8");
    }

    [Fact]
    public void An_alias_is_refused()
    {
        using var seeds = new SmallSeeds();

        seeds.Change("tolls", "measure: killed\n  group: all", "measure: &what killed\n  group: *what");

        seeds.Errors().Should().ContainSingle().Which.Should()
            .Be("seeds/tolls.yaml:2: this is not YAML: seeds use neither anchors nor aliases; write the value out");
    }

    [Fact]
    public void A_field_that_stands_twice_in_an_entry_is_reported_at_the_second()
    {
        using var seeds = new SmallSeeds();

        seeds.Change("tolls", "group: all", "group: all\n  group: all");

        seeds.Errors().Should().Equal("seeds/tolls.yaml:4: 'group' stands twice in one entry");
    }

    [Fact]
    public void An_id_used_twice_in_a_file_is_reported_at_the_second()
    {
        using var seeds = new SmallSeeds();

        seeds.Write("tolls", $"{Toll}\n{Toll}\n");

        seeds.Errors().Should().Equal("seeds/tolls.yaml:9: the id '2022-01-05-wounded' is used twice");
    }

    [Fact]
    public void An_id_used_twice_in_two_files_and_kinds_is_reported_at_the_second()
    {
        using var seeds = new SmallSeeds();

        seeds.Write("tolls/january", Toll.Replace("2022-01-05-wounded", "2022-01-05-unrest", StringComparison.Ordinal));

        seeds.Errors().Should().Equal("seeds/tolls/january.yaml:1: the id '2022-01-05-unrest' is used twice");
    }

    [Fact]
    public void A_name_used_twice_is_reported_at_the_second()
    {
        using var seeds = new SmallSeeds();

        seeds.Add("places", "- { id: almaty, kind: city, names: { en: Alma-Ata } }");

        seeds.Errors().Should().Equal("seeds/places.yaml:15: the id 'almaty' is used twice");
    }

    [Fact]
    public void Places_that_lie_in_one_another_are_reported()
    {
        using var seeds = new SmallSeeds();

        seeds.Change("places", "  names: { en: Kazakhstan }", "  names: { en: Kazakhstan }\n  parent: almaty");

        seeds.Errors().Should().Equal(
            "seeds/places.yaml:4: place 'kazakhstan' lies in itself",
            "seeds/places.yaml:8: place 'almaty' lies in itself");
    }

    [Fact]
    public void All_errors_of_a_run_are_reported_at_once_in_the_order_of_files_and_lines()
    {
        using var seeds = new SmallSeeds();

        seeds.Change("tolls", "place: kazakhstan", "place: kazahstan").Change("tolls", "measure: killed", "measure: kiled")
            .Change("events", "target: [tokayev]", "target: [tokaev]").Change("places", "kind: town", "kind: hamlet").Add("actors", "- 7");

        var reported = seeds.Compile().Errors;
        reported.Select(error => error.File).Distinct().Should()
            .Equal("seeds/actors.yaml", "seeds/events.yaml", "seeds/places.yaml", "seeds/tolls.yaml");
        reported.Select(error => (error.File, error.Line)).Should().BeInAscendingOrder();
    }

    [Fact]
    public void With_errors_nothing_is_written()
    {
        using var seeds = new SmallSeeds();

        var result = seeds.Change("tolls", "count: 8\n  c", "count: many\n  c").Compile();

        result.Revision.Should().BeNull();
        seeds.Files().Should().BeEmpty();
    }

    [Fact]
    public void With_errors_the_old_snapshot_stays_in_place_byte_for_byte()
    {
        using var seeds = new SmallSeeds();
        seeds.Compile();
        var old = File.ReadAllBytes(seeds.Database);

        seeds.Change("tolls", "count: 8\n  c", "count: many\n  c").Compile();

        File.ReadAllBytes(seeds.Database).Should().Equal(old);
        seeds.Files().Should().Equal("kzfacts.db");
    }

    [Fact]
    public void A_lint_writes_nothing()
    {
        using var seeds = new SmallSeeds();

        KzFacts.Compiler.SeedCompiler.Lint(seeds.Folder).Errors.Should().BeEmpty();

        seeds.Files().Should().BeEmpty();
    }
}
