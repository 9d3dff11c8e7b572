using KzFacts.Data.Series;

namespace KzFacts.Languages.Kazakh;

/// <summary>The texts of the charts in Kazakh.</summary>
static class KazakhChartTexts
{
    public static readonly ChartTexts All = new()
    {
        Prices = "Бағалар",
        Tolls = "Шығын",
        Deployments = "Кім қанша жіберді",
        Map = "Қай жерде болды",
        Revision = "нұсқа",
        Timeline = new Dictionary<TimelineBucket, string>
        {
            [TimelineBucket.Hour] = "Фактілер сағат бойынша",
            [TimelineBucket.Day] = "Фактілер күн бойынша",
            [TimelineBucket.Week] = "Фактілер апта бойынша",
        },
        DrawnFrom = (facts, pages) => $"{facts}, {pages}",
        AsKnownOn = day => $"{day} күні белгілі болғаны",
        Empty = "Бұл шарттарға бірде-бір факт сәйкес келмейді.",
        SinglePoint = "Жалғыз сан: барысын көрсетпейді.",
        SinglePoints = "Жеке сандар: барысын көрсетпейді.",
        More = count => $"Тағы {count}: көру үшін шарттарды тарылтыңыз.",
        Band = "беттердегі сандардың аралығы",
        Number = "саны",
        People = "адам",
        Best = "көпшілік атайтын сан",
        MapUnit = "фактілер саны: шеңбердің ауданы",
        NoNumber = "саны аталмаған",
        Differ = "сандар сәйкес емес",
        Other = "басқа",
        Everywhere = "орны көрсетілмеген",
        Aside = count => $"Басталуы дәл белгісіз не ертерек болғандықтан көрсетілмеген: {count}.",
        OffMap = "Картадан тыс не нүктесіз: ",
        Unplaced = count => $"Жалпы ел бойынша: {count}.",
        Doubtful = "оның ішінде қайтарып алынған не даулы",
        CannotDraw = "Бұл графикті салу мүмкін емес",
    };
}
