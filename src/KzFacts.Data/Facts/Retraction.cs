using System.ComponentModel;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

[Description("How a fact was retracted.")]
public sealed record Retraction
{
    [Description(
        "The earliest proven day on which a page reported the retraction, but no later than the last day of the retracting event. Null " +
        "if neither is known.")]
    public DateOnly? Since { get; init; }

    [Description("Who retracted it, according to the pages that report the retraction. Empty if they name nobody.")]
    public required IReadOnlyList<ActorReference> By { get; init; }

    [Description("The ids of the sources that report the retraction.")]
    public required IReadOnlyList<string> Sources { get; init; }

    [Description("The event that retracted it, or null.")]
    public FactReference? Event { get; init; }

    [Description("The fact that replaces it, or null.")]
    public FactReference? Replacement { get; init; }
}
