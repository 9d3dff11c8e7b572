namespace KzFacts.Api.Charts;

/// <summary>Where the numbers of an axis stand on the sheet.</summary>
sealed record Scale(double From, double To, double Start, double End)
{
    public double At(double value) => To == From ? (Start + End) / 2 : Start + (value - From) / (To - From) * (End - Start);

    /// <summary>The distance of round ticks, 1, 2 or 5 times a power of ten, of which there are about so many.</summary>
    public static double Step(double span, int count)
    {
        var rough = span / Math.Max(1, count);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    /// <summary>An axis upwards that begins and ends at a round tick; at zero unless the numbers lie close together and far from
    /// it.</summary>
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

    /// <summary>The days to name below an axis: every so many days, the first of months, or of years.</summary>
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
