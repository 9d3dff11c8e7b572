namespace KzFacts.Api.Charts;

/// <summary>Maps numbers to positions along an axis.</summary>
sealed record Scale(double From, double To, double Start, double End)
{
    public double At(double value) => To == From ? (Start + End) / 2 : Start + (value - From) / (To - From) * (End - Start);

    /// <summary>The distance between round ticks (1, 2 or 5 times a power of ten) that gives about the wanted number of ticks.</summary>
    public static double Step(double span, int count)
    {
        var rough = span / Math.Max(1, count);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    /// <summary>A vertical axis that begins and ends at round ticks. It begins at zero, unless the numbers are close together and
    /// far from zero.</summary>
    public static (Scale Scale, IReadOnlyList<double> Ticks) Upwards(double low, double high, bool fromZero, double bottom, double top)
    {
        if (low >= 0 && (fromZero || low < high / 2)) low = 0;
        if (high <= low) (low, high) = (low - 1, high + 1);
        var step = Step(high - low, 4);
        var (from, to) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        var count = (int)Math.Round((to - from) / step);
        return (new(from, to, bottom, top), [.. Enumerable.Range(0, count + 1).Select(i => Math.Round(from + i * step, 6))]);
    }

    static readonly int[] DaySteps = [1, 2, 5, 10], MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 6000, int.MaxValue];

    /// <summary>The days to label below an axis: every few days, or the first days of months or years.</summary>
    public static IReadOnlyList<DateOnly> Days(DateOnly first, DateOnly last, int most)
    {
        var span = last.DayNumber - first.DayNumber;
        foreach (var step in DaySteps)
            if (span / step < most && (span <= 62 || step == 10 && span <= 20))
                return [.. Enumerable.Range(0, span / step + 1).Select(i => first.AddDays(i * step))];
        var months = new List<DateOnly>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            if (month >= first) months.Add(month);
            else if (month.Year == 9999 && month.Month == 12) break;
        var every = MonthSteps.First(one => (months.Count - 1) / one < most);
        return [.. months.Where(month => ((month.Year * 12) + month.Month - 1) % every == 0)];
    }
}
