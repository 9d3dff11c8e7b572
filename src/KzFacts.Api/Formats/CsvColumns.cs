using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;

namespace KzFacts.Api.Formats;

/// <summary>The flat columns of a record, named after its fields: a nested record's fields carry its name before theirs (<c>countMin</c>),
/// a reference is its id and its name, a list is its entries' ids joined by "; ". Claims and figures are in json alone.</summary>
public sealed record CsvColumn(string Name, Func<object, string?> Read)
{
    static readonly Type[] InJsonAlone = [typeof(IReadOnlyList<Claim>), typeof(IReadOnlyList<Figure>)];

    public static IReadOnlyList<CsvColumn> Of(Type record) => [.. Columns(record, "", value => value)];

    static IEnumerable<CsvColumn> Columns(Type record, string prefix, Func<object, object?> reach)
    {
        var properties = record.GetProperties()
            .Where(property => property.IsDefined(typeof(DescriptionAttribute)) && !InJsonAlone.Contains(property.PropertyType))
            .OrderBy(property => property.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyOrderAttribute>()?.Order ?? 0);
        foreach (var property in properties)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(prefix + property.Name);
            object? Value(object entry) => reach(entry) is { } owner ? property.GetValue(owner) : null;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type.GetProperty("Id") is not null && type != record)
            {
                yield return new(name, entry => Value(entry) is { } reference ? IdOf(reference) : null);
                yield return new($"{name}Name", entry => Value(entry) is { } reference ? NameOf(reference) : null);
            }
            else if (type.IsClass && type != typeof(string))
                foreach (var column in Columns(type, $"{prefix}{property.Name}", Value)) yield return column;
            else yield return new(name, entry => Value(entry) is { } value ? Text(value) : null);
        }
    }

    static string Text(object value) => value switch
    {
        // A spreadsheet must not run a text as a formula (OWASP, CSV injection).
        string text => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text,
        bool truth => truth ? "true" : "false",
        Enum word => Words.Of(word.ToString()),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable entries => Text(string.Join("; ", entries.Cast<object>().Select(entry => entry as string ?? IdOf(entry)))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    static string IdOf(object reference) => reference switch
    {
        Participant part => part.Actor.Id,
        Relation relation => relation.Fact.Id,
        _ => (string)reference.GetType().GetProperty(nameof(Fact.Id))!.GetValue(reference)!,
    };

    static string? NameOf(object reference) => reference switch
    {
        ActorReference actor => Text(actor.Name),
        PlaceReference place => Text(place.Name),
        FactReference fact => Text(fact.Title),
        _ => null,
    };
}
