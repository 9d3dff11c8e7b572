using System.Globalization;

namespace KzFacts.Api.Charts;

/// <summary>The colours of charts. Those of series are by Okabe and Ito, which colour-blind readers can tell apart; they are
/// darkened for contrast on white paper.</summary>
static class Palette
{
    /// <summary>The number of series with a colour of their own. All further series share the class of the last one.</summary>
    public const int Series = 6;

    static readonly (string Light, string Dark)[] Colours =
        [("#0072b2", "#56b4e9"), ("#d55e00", "#ff8a47"), ("#008060", "#2fc79a"), ("#a8508a", "#e79cc7"), ("#a87400", "#f0b93a"),
        ("#3d3d8f", "#a9a9ff"), ("#757575", "#9a9a9a")];

    public static string Style(string? theme) => Shapes + theme switch
    {
        "light" => Rules(dark: false),
        "dark" => Rules(dark: true),
        _ => $"{Rules(dark: false)}@media (prefers-color-scheme:dark){{{Rules(dark: true)}}}",
    };

    const string Shapes = """
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-size:13px}
        .title{font-size:20px;font-weight:700}.heading{font-size:15px;font-weight:600}.small{font-size:12px}.corner{font-size:11px}
        .axis,.grid,.land,.border{stroke-width:1}.line{fill:none;stroke-width:2;stroke-linejoin:round}.whisker{fill:none;stroke-width:1.5}
        .differ{stroke-dasharray:4 2}.striped{stroke-dasharray:2 2}
        .band,.bubble{fill-opacity:.25}.bubble{stroke-width:1.5}.mark{stroke-width:2}.gone{text-decoration:line-through 1px}
        """;

    static string Rules(bool dark)
    {
        var (paper, ink, soft, grid, land) = dark
            ? ("#16181c", "#f1f1f1", "#b8bcc4", "#3a3e46", "#23272e") : ("#ffffff", "#1a1a1a", "#595959", "#dcdcdc", "#f3f1ea");
        var rules =
            $".paper{{fill:{paper}}}text{{fill:{ink}}}.soft{{fill:{soft}}}.axis{{stroke:{soft}}}.grid{{stroke:{grid}}}" +
            $".land{{fill:{land};stroke:{soft}}}.border{{fill:none;stroke:{grid}}}" +
            $".halo{{stroke:{paper};stroke-width:3;paint-order:stroke}}";
        return rules + string.Concat(Colours.Select((colour, i) => string.Create(CultureInfo.InvariantCulture,
            $".f{i}{{fill:{(dark ? colour.Dark : colour.Light)}}}.s{i}{{stroke:{(dark ? colour.Dark : colour.Light)}}}")))
                + $".hollow{{fill:{paper}}}";
    }
}
