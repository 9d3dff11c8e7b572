namespace KzFacts.Data.Checking;

/// <summary>Counts days without leaving the calendar.</summary>
static class Calendar
{
    /// <summary>The day so many days later, or earlier; the first or last day of the calendar where there is none.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
