using KzFacts.Data.Registries;

namespace KzFacts.Languages.English;

sealed class English : Language
{
    public override string Code => "en";

    public override string Name => "English";

    public override string Locale => "en_GB";

    public override WordTexts Words => EnglishWords.All;

    public override FactTexts Facts => EnglishFacts.All;

    public override PageTexts Pages => EnglishPageTexts.All;

    public override ChartTexts Charts => EnglishChartTexts.All;

    protected override string Alphabet => "abcdefghijklmnopqrstuvwxyz";

    protected override string Thousands => ",";

    protected override int FewestGroupedDigits => 4;

    protected override string DecimalPoint => ".";

    protected override IReadOnlyList<string> Months { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    protected override IReadOnlyList<string> ShortMonths { get; } =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public override (string Text, string Code) Nearest(LocalNames names) => (names.En, "en");

    protected override string SayDay(int day, string month, int year) => $"{day} {month} {year}";

    protected override string SayMonth(string month, int year) => $"{month} {year}";
}
