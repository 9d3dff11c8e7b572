using System.ComponentModel;

namespace KzFacts.Data.Registries;

[Description("A text in several languages.")]
public sealed record LocalNames
{
    [Description("In English.")]
    public required string En { get; init; }

    [Description("In Russian, or null.")]
    public string? Ru { get; init; }

    [Description("In Kazakh, or null.")]
    public string? Kk { get; init; }

    /// <summary>The texts, with the ISO 639-1 codes of their languages.</summary>
    public IEnumerable<(string Language, string Text)> All() =>
        new[] { ("en", En), ("ru", Ru), ("kk", Kk) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!));

    /// <summary>The text in a language. Null if there is none.</summary>
    public string? In(string language) => All().FirstOrDefault(one => one.Language == language).Text;

    /// <summary>Builds the texts from a function of the language code. It must return a text for English.</summary>
    public static LocalNames Of(Func<string, string?> text) => new() { En = text("en")!, Ru = text("ru"), Kk = text("kk") };
}
