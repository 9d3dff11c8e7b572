using KzFacts.Data.Facts;
using KzFacts.Data.Text;
using NodaTime;
using NodaTime.Text;

namespace KzFacts.Compiler.Seeds;

/// <summary>Checks times of day. A time is local to its place. Seeds write it with its offset from UTC, which must match the tz
/// database.</summary>
public static class LocalTimes
{
    static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>What is wrong with the name of a zone, if anything.</summary>
    public static IEnumerable<FieldProblem> ZoneProblems(string field, string? zone)
    {
        var known = DateTimeZoneProviders.Tzdb.Ids;
        if (zone is not null && !known.Contains(zone))
            yield return new(field, $"'{zone}' is not a time zone of the tz database", Suggestion.Among(known, zone)
                ?? "such as Europe/Vienna");
    }

    /// <summary>Reports each time of day in an entry whose offset fits none of the places.</summary>
    /// <param name="zones">The IANA time zones of the places where the fact happened.</param>
    public static void Check(SeedNode node, IReadOnlyCollection<string> zones, SeedErrors errors)
    {
        switch (node)
        {
            case SeedMap map:
                foreach (var value in map.Fields.Values) Check(value, zones, errors);
                break;
            case SeedList list:
                foreach (var item in list.Items) Check(item, zones, errors);
                break;
            case SeedScalar scalar when PartialDate.TryParse(scalar.Text, out var date) && date.Time is not null:
                var (local, offset) = (scalar.Text[..^6], scalar.Text[^6..]);
                var right = zones.SelectMany(zone => OffsetsOf(zone, local)).Distinct().ToList();
                if (!right.Contains(offset))
                    errors.Add(scalar, right.Count == 0 ? $"there was no time {local} on the clocks of {string.Join(", ", zones)}"
                        : $"the clocks of {string.Join(", ", zones)} did not stand at {offset} then", right.Count == 0
                            ? null : $"write {local}{right[0]}");
                break;
        }
    }

    /// <summary>The offsets of a zone at a local time. There are none if clocks skipped it, and two if it occurred twice.</summary>
    static IEnumerable<string> OffsetsOf(string zone, string local)
    {
        var mapping = DateTimeZoneProviders.Tzdb[zone].MapLocal(Local.Parse(local).Value);
        if (mapping.Count == 0) return [];
        return new[] { mapping.First().Offset, mapping.Last().Offset }.Distinct().Select(Offset.Format);
    }
}
