using KzFacts.Api.Pages;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

sealed partial record ChartLanguage
{
    public static readonly ChartLanguage English = new()
    {
        Code = "en", Thousands = ",", Point = ".", DayForm = "{0} {1} {2}", Words = EnglishWords.All.Closed,
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        Prices = "Prices", Tolls = "What it cost", Deployments = "Who sent how many", Map = "Where it happened", Revision = "revision",
        DrawnFrom = (facts, pages) => $"{facts} {(facts == "1" ? "fact" : "facts")} of {pages} {(pages == "1" ? "page" : "pages")}",
        AsKnownOn = day => $"as known on {day}",
        Empty = "No fact fits these filters.", SinglePoint = "A single figure: it shows no course.", SinglePoints = "Single figures: they show no course.",
        More = count => $"And {count} more: narrow the filters to see them.", Band = "range of what pages give", Number = "number", People = "people", NoNumber = "no number given", Best = "what most origins give", MapUnit = "number of facts, as the area",
        Differ = "figures differ", Other = "other", Everywhere = "no place given",
        Facts = count => $"{count} {(count == "1" ? "fact" : "facts")}", Aside = count => $"Not drawn, as their beginning is not known exactly enough or lies earlier: {count}.",
        OffMap = "Outside the map, or without a point: ", Unplaced = count => $"In the country as a whole: {count}.", Shaky = "of these withdrawn or disputed", CannotDraw = "This chart cannot be drawn",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Facts by hour", [TimelineBucket.Day] = "Facts by day", [TimelineBucket.Week] = "Facts by week" },
    };

    public static readonly ChartLanguage Russian = new()
    {
        Code = "ru", Thousands = "\u00a0", Point = ",", DayForm = "{0} {1} {2} года", Words = RussianWords.All.Closed,
        Months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ShortMonths = ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."],
        Prices = "Цены", Tolls = "Чего это стоило", Deployments = "Кто сколько послал", Map = "Где это было", Revision = "редакция",
        DrawnFrom = (facts, pages) => $"{Plural(facts, "факт", "факта", "фактов")}, {Plural(pages, "страница", "страницы", "страниц")}",
        AsKnownOn = day => $"как было известно {day}",
        Empty = "Под эти условия не подходит ни один факт.", SinglePoint = "Одно число: хода оно не показывает.", SinglePoints = "Отдельные числа: хода они не показывают.",
        More = count => $"И ещё {count}: сузьте условия, чтобы их увидеть.", Band = "разброс чисел на страницах", Number = "число", People = "человек", NoNumber = "число не названо", Best = "число, которое называет большинство", MapUnit = "число фактов: площадь круга",
        Differ = "цифры расходятся", Other = "другое", Everywhere = "место не указано",
        Facts = count => Plural(count, "факт", "факта", "фактов"), Aside = count => $"Не показаны, так как начало известно неточно или лежит раньше: {count}.",
        OffMap = "За пределами карты или без точки: ", Unplaced = count => $"По стране в целом: {count}.", Shaky = "из них отозвано или оспаривается", CannotDraw = "Этот график нельзя построить",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Факты по часам", [TimelineBucket.Day] = "Факты по дням", [TimelineBucket.Week] = "Факты по неделям" },
    };

    public static readonly ChartLanguage Kazakh = new()
    {
        Code = "kk", Thousands = "\u00a0", Point = ",", DayForm = "{2} жылғы {0} {1}", Words = KazakhWords.All.Closed,
        Months = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
        ShortMonths = ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."],
        Prices = "Бағалар", Tolls = "Шығын", Deployments = "Кім қанша жіберді", Map = "Қай жерде болды", Revision = "нұсқа",
        DrawnFrom = (facts, pages) => $"{facts} дерек, {pages} бет",
        AsKnownOn = day => $"{day} күні белгілі болғаны",
        Empty = "Бұл шарттарға бірде-бір дерек сәйкес келмейді.", SinglePoint = "Жалғыз сан: барысын көрсетпейді.", SinglePoints = "Жеке сандар: барысын көрсетпейді.",
        More = count => $"Тағы {count}: көру үшін шарттарды тарылтыңыз.", Band = "беттердегі сандардың аралығы", Number = "саны", People = "адам", NoNumber = "саны аталмаған", Best = "көпшілік атайтын сан", MapUnit = "деректер саны: шеңбердің ауданы",
        Differ = "сандар сәйкес емес", Other = "басқа", Everywhere = "орны көрсетілмеген",
        Facts = count => $"{count} дерек", Aside = count => $"Басталуы дәл белгісіз не ертерек болғандықтан көрсетілмеген: {count}.",
        OffMap = "Картадан тыс не нүктесіз: ", Unplaced = count => $"Жалпы ел бойынша: {count}.", Shaky = "оның ішінде қайтарып алынған не даулы", CannotDraw = "Бұл графикті салу мүмкін емес",
        Timeline = new Dictionary<TimelineBucket, string> { [TimelineBucket.Hour] = "Деректер сағат бойынша", [TimelineBucket.Day] = "Деректер күн бойынша", [TimelineBucket.Week] = "Деректер апта бойынша" },
    };
}
