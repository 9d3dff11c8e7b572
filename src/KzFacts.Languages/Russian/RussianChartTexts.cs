using KzFacts.Data.Series;

namespace KzFacts.Languages.Russian;

/// <summary>The texts of the charts in Russian.</summary>
static class RussianChartTexts
{
    public static readonly ChartTexts All = new()
    {
        Prices = "Цены",
        Tolls = "Чего это стоило",
        Deployments = "Кто сколько послал",
        Map = "Где это было",
        Revision = "редакция",
        Timeline = new Dictionary<TimelineBucket, string>
        {
            [TimelineBucket.Hour] = "Факты по часам",
            [TimelineBucket.Day] = "Факты по дням",
            [TimelineBucket.Week] = "Факты по неделям",
        },
        DrawnFrom = (facts, pages) => $"{facts}, {pages}",
        AsKnownOn = day => $"как было известно {day}",
        Empty = "Под эти условия не подходит ни один факт.",
        SinglePoint = "Одно число: хода оно не показывает.",
        SinglePoints = "Отдельные числа: хода они не показывают.",
        More = count => $"И ещё {count}: сузьте условия, чтобы их увидеть.",
        Band = "разброс чисел на страницах",
        Number = "число",
        People = "человек",
        Best = "число, которое называет большинство",
        MapUnit = "число фактов: площадь круга",
        NoNumber = "число не названо",
        Differ = "цифры расходятся",
        Other = "другое",
        Everywhere = "место не указано",
        Aside = count => $"Не показаны, так как начало известно неточно или лежит раньше: {count}.",
        OffMap = "За пределами карты или без точки: ",
        Unplaced = count => $"По стране в целом: {count}.",
        Doubtful = "из них отозвано или оспаривается",
        CannotDraw = "Этот график нельзя построить",
    };
}
