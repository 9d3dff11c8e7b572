namespace KzFacts.Languages;

/// <summary>The forms of a noun after a number: one (Kazakh), two (English) or three (Russian).</summary>
public sealed record Plural(params string[] Forms)
{
    public string Of(long number) => Forms switch
    {
        [var only] => only,
        [var one, var other] => number == 1 ? one : other,
        [var one, var few, var many] => (number % 10, number % 100) switch
        {
            (1, not 11) => one,
            (2 or 3 or 4, not (12 or 13 or 14)) => few,
            _ => many,
        },
        _ => throw new NotSupportedException($"A noun has one, two or three forms, not {Forms.Length}."),
    };
}
