using KzFacts.Data.Registries;

namespace KzFacts.Languages.Russian;

sealed class Russian : Language
{
    public override string Code => "ru";

    public override string Name => "Русский";

    public override string Locale => "ru_RU";

    public override WordTexts Words => RussianWords.All;

    public override FactTexts Facts => RussianFacts.All;

    public override PageTexts Pages => RussianPageTexts.All;

    public override ChartTexts Charts => RussianChartTexts.All;

    protected override string Alphabet => "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    protected override string Thousands => "\u00a0";

    protected override int FewestGroupedDigits => 5;

    protected override string DecimalPoint => ",";

    protected override IReadOnlyList<string> Months { get; } =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    protected override IReadOnlyList<string> MonthsAlone { get; } =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    protected override IReadOnlyList<string> ShortMonths { get; } =
        ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."];

    public override (string Text, string Code) Nearest(LocalNames names) => names.Ru is { } name ? (name, "ru") : (names.En, "en");

    protected override string SayDay(int day, string month, int year) => $"{day} {month} {year} года";

    protected override string SayMonth(string month, int year) => $"{month} {year} года";
}
