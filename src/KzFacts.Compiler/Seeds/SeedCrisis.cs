using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Seeds;

/// <summary>The crisis: <c>crisis.yaml</c>, which holds a single entry and not a list.</summary>
public sealed record SeedCrisis : SeedEntry
{
    /// <summary>The name of the file.</summary>
    public const string Part = "crisis";

    public required LocalNames Name { get; init; }

    public required LocalNames Title { get; init; }

    public required LocalNames Description { get; init; }

    public required LocalNames Period { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required string Zone { get; init; }

    [RefersTo("place")]
    public string? Country { get; init; }

    public required MapFrame Map { get; init; }

    public CrisisExamples Examples { get; init; } = new();

    public Crisis Record => new()
    {
        Name = Name, Title = Title, Description = Description, Period = Period, First = First, Last = Last, Zone = Zone, Country = Country,
        Map = Map, Examples = Examples,
    };

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in LocalTimes.ZoneProblems("zone", Zone)) yield return problem;
        if (Last < First) yield return new("last", $"the last day, {Last:yyyy-MM-dd}, lies before the first, {First:yyyy-MM-dd}");
        if (Map.South >= Map.North || Map.West >= Map.East) yield return new("map", "the frame is empty", "west < east and south < north");
        if (Math.Abs(Map.South) > 90 || Math.Abs(Map.North) > 90) yield return new("map", "a latitude is not between -90 and 90 degrees");
        if (Math.Abs(Map.West) > 180 || Math.Abs(Map.East) > 180)
            yield return new("map", "a longitude is not between -180 and 180 degrees");
    }
}
