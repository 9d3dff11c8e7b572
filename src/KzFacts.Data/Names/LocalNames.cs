using System.ComponentModel;

namespace KzFacts.Data.Names;

[Description("A name in the languages in which it is known.")]
public sealed record LocalNames
{
    [Description("English.")]
    public required string En { get; init; }

    [Description("Russian, or null.")]
    public string? Ru { get; init; }

    [Description("Kazakh, or null.")]
    public string? Kk { get; init; }
}
