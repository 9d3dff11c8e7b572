using System.ComponentModel;

namespace KzFacts.Data.Names;

[Description("A text in the languages that have it.")]
public sealed record LocalNames
{
    [Description("English.")]
    public required string En { get; init; }

    [Description("Russian, or null.")]
    public string? Ru { get; init; }

    [Description("Kazakh, or null.")]
    public string? Kk { get; init; }

    /// <summary>The text in each language that has it, by ISO 639-1 code.</summary>
    public IEnumerable<(string Language, string Text)> All() =>
        new[] { ("en", En), ("ru", Ru), ("kk", Kk) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!));

    /// <summary>The text in a language, or null.</summary>
    public string? In(string language) => All().FirstOrDefault(one => one.Language == language).Text;

    /// <summary>The texts that a function gives for the codes of the languages; there must be an English one.</summary>
    public static LocalNames Of(Func<string, string?> text) => new() { En = text("en")!, Ru = text("ru"), Kk = text("kk") };
}
