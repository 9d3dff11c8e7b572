using KzFacts.Data.Registries;

namespace KzFacts.Languages.Kazakh;

sealed class Kazakh : Language
{
    public override string Code => "kk";

    public override string Name => "Қазақша";

    public override string Locale => "kk_KZ";

    public override WordTexts Words => KazakhWords.All;

    public override FactTexts Facts => KazakhFacts.All;

    public override PageTexts Pages => KazakhPageTexts.All;

    public override ChartTexts Charts => KazakhChartTexts.All;

    protected override string Alphabet => "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    protected override string Thousands => "\u00a0";

    protected override int FewestGroupedDigits => 5;

    protected override string DecimalPoint => ",";

    protected override IReadOnlyList<string> Months { get; } =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    protected override IReadOnlyList<string> ShortMonths { get; } =
        ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."];

    /// <summary>Most readers of Kazakh read Russian, so Russian comes before English.</summary>
    public override (string Text, string Code) Nearest(LocalNames names) => names switch
    {
        { Kk: { } kazakh } => (kazakh, "kk"),
        { Ru: { } russian } => (russian, "ru"),
        _ => (names.En, "en"),
    };

    protected override string SayDay(int day, string month, int year) => $"{year} жылғы {day} {month}";

    protected override string SayMonth(string month, int year) => $"{year} жылғы {month}";
}
