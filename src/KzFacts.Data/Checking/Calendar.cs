namespace KzFacts.Data.Checking;

/// <summary>Adds days without leaving the calendar of <see cref="DateOnly"/>.</summary>
static class Calendar
{
    /// <summary>The day that is so many days later (earlier if negative). Outside the calendar: its first or last day.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
