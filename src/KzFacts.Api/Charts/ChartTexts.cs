using KzFacts.Api.Languages;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>All that the charts say in a language besides what the facts say.</summary>
public sealed record ChartTexts
{
    public required string Prices { get; init; }
    public required string Tolls { get; init; }
    public required string Deployments { get; init; }
    public required string Map { get; init; }

    /// <summary>The title of a timeline, by its step.</summary>
    public required IReadOnlyDictionary<TimelineBucket, string> Timeline { get; init; }

    public required string Revision { get; init; }

    /// <summary>How many facts, of how many pages.</summary>
    public required Func<string, string, string> DrawnFrom { get; init; }
    public required Func<string, string> AsKnownOn { get; init; }
    public required string Empty { get; init; }
    public required string SinglePoint { get; init; }
    public required string SinglePoints { get; init; }
    public required Func<string, string> More { get; init; }
    public required string Band { get; init; }
    public required string Number { get; init; }
    public required string People { get; init; }
    public required string Best { get; init; }
    public required string MapUnit { get; init; }
    public required string NoNumber { get; init; }
    public required string Differ { get; init; }
    public required string Other { get; init; }
    public required string Everywhere { get; init; }
    public required Func<string, string> Aside { get; init; }
    public required string OffMap { get; init; }
    public required Func<string, string> Unplaced { get; init; }
    public required string Shaky { get; init; }
    public required string CannotDraw { get; init; }

    public static ChartTexts Of(Language language) => language.Code switch { "ru" => Russian, "kk" => Kazakh, _ => English };

    static readonly ChartTexts English = new()
    {
        Prices = "Prices", Tolls = "What it cost", Deployments = "Who sent how many", Map = "Where it happened", Revision = "revision",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Facts by hour", [TimelineBucket.Day] = "Facts by day", [TimelineBucket.Week] = "Facts by week" },
        DrawnFrom = (facts, pages) => $"{facts} of {pages}", AsKnownOn = day => $"as known on {day}", Empty = "No fact fits these filters.",
        SinglePoint = "A single figure: it shows no course.", SinglePoints = "Single figures: they show no course.", More = count => $"And {count} more: narrow the filters to see them.",
        Band = "range of what pages give", Number = "number", People = "people", Best = "what most origins give", MapUnit = "number of facts, as the area", NoNumber = "no number given",
        Differ = "figures differ", Other = "other", Everywhere = "no place given", Aside = count => $"Not drawn, as their beginning is not known exactly enough or lies earlier: {count}.",
        OffMap = "Outside the map, or without a point: ", Unplaced = count => $"In the country as a whole: {count}.", Shaky = "of these withdrawn or disputed", CannotDraw = "This chart cannot be drawn",
    };

    static readonly ChartTexts Russian = new()
    {
        Prices = "Цены", Tolls = "Чего это стоило", Deployments = "Кто сколько послал", Map = "Где это было", Revision = "редакция",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Факты по часам", [TimelineBucket.Day] = "Факты по дням", [TimelineBucket.Week] = "Факты по неделям" },
        DrawnFrom = (facts, pages) => $"{facts}, {pages}", AsKnownOn = day => $"как было известно {day}", Empty = "Под эти условия не подходит ни один факт.",
        SinglePoint = "Одно число: хода оно не показывает.", SinglePoints = "Отдельные числа: хода они не показывают.", More = count => $"И ещё {count}: сузьте условия, чтобы их увидеть.",
        Band = "разброс чисел на страницах", Number = "число", People = "человек", Best = "число, которое называет большинство", MapUnit = "число фактов: площадь круга", NoNumber = "число не названо",
        Differ = "цифры расходятся", Other = "другое", Everywhere = "место не указано", Aside = count => $"Не показаны, так как начало известно неточно или лежит раньше: {count}.",
        OffMap = "За пределами карты или без точки: ", Unplaced = count => $"По стране в целом: {count}.", Shaky = "из них отозвано или оспаривается", CannotDraw = "Этот график нельзя построить",
    };

    static readonly ChartTexts Kazakh = new()
    {
        Prices = "Бағалар", Tolls = "Шығын", Deployments = "Кім қанша жіберді", Map = "Қай жерде болды", Revision = "нұсқа",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Фактілер сағат бойынша", [TimelineBucket.Day] = "Фактілер күн бойынша", [TimelineBucket.Week] = "Фактілер апта бойынша" },
        DrawnFrom = (facts, pages) => $"{facts}, {pages}", AsKnownOn = day => $"{day} күні белгілі болғаны", Empty = "Бұл шарттарға бірде-бір факт сәйкес келмейді.",
        SinglePoint = "Жалғыз сан: барысын көрсетпейді.", SinglePoints = "Жеке сандар: барысын көрсетпейді.", More = count => $"Тағы {count}: көру үшін шарттарды тарылтыңыз.",
        Band = "беттердегі сандардың аралығы", Number = "саны", People = "адам", Best = "көпшілік атайтын сан", MapUnit = "фактілер саны: шеңбердің ауданы", NoNumber = "саны аталмаған",
        Differ = "сандар сәйкес емес", Other = "басқа", Everywhere = "орны көрсетілмеген", Aside = count => $"Басталуы дәл белгісіз не ертерек болғандықтан көрсетілмеген: {count}.",
        OffMap = "Картадан тыс не нүктесіз: ", Unplaced = count => $"Жалпы ел бойынша: {count}.", Shaky = "оның ішінде қайтарып алынған не даулы", CannotDraw = "Бұл графикті салу мүмкін емес",
    };
}
