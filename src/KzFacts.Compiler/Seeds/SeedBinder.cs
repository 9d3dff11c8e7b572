using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Compiler.Seeds;

/// <summary>Turns YAML into seed records. It reports everything that does not fit the record, with its line.</summary>
/// <param name="checkReference">Called for every id in a field, with the registry and the position.</param>
public sealed class SeedBinder(SeedErrors errors, Action<RefersToAttribute, string, SeedNode> checkReference,
    Action<WordOfAttribute, string, SeedNode> checkWord)
{
    static readonly Dictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> FieldsOf = [];

    Type entryType = typeof(object);

    /// <summary>The entry, or null after reporting errors in it.</summary>
    public TEntry? Bind<TEntry>(SeedNode node) where TEntry : SeedEntry
    {
        entryType = typeof(TEntry);
        var before = errors.Count;
        if (Value(node, typeof(TEntry), null) is not TEntry entry || errors.Count > before) return null;
        foreach (var problem in entry.Problems())
            errors.Add(((SeedMap)node).Fields.GetValueOrDefault(problem.Field) ?? node, problem.Message, problem.Hint);
        return errors.Count > before ? null : entry;
    }

    /// <summary>The fields of a record by their names in the seeds.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Fields(Type record)
    {
        lock (FieldsOf)
        {
            if (FieldsOf.TryGetValue(record, out var known)) return known;
            return FieldsOf[record] = record.GetProperties().Where(property => property.CanWrite)
                .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        }
    }

    object? Value(SeedNode node, Type type, PropertyInfo? field)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(PageValues)) return PageValuesOf(node);
        if (plain == typeof(Details)) return DetailsOf(node);
        if (plain == typeof(NumberRange)) return Range(node);
        if (typeof(IDictionary).IsAssignableFrom(plain)) return Dictionary(node, plain, field);
        if (typeof(IList).IsAssignableFrom(plain)) return List(node, plain, field);
        if (plain.IsClass && plain != typeof(string)) return Record(node, plain);
        return node is SeedScalar scalar ? Scalar(scalar, plain, field) : Wrong(node, "one value is needed here");
    }

    object? Record(SeedNode node, Type type)
    {
        if (node is not SeedMap map) return Wrong(node, "fields with values are needed here");
        var fields = Fields(type);
        var record = Activator.CreateInstance(type)!;
        foreach (var (name, value) in map.Fields)
            if (!fields.TryGetValue(name, out var property))
                errors.Add(value, $"unknown field '{name}'", Suggestion.Among(fields.Keys, name)
                    ?? $"one of {string.Join(", ", fields.Keys)}");
            else if (value is SeedScalar { IsNull: true })
                errors.Add(value, $"{name} has no value", "leave the field out if the value is not known");
            else if (Value(value, property.PropertyType, property) is { } bound) property.SetValue(record, bound);
        foreach (var (name, property) in fields)
            if (property.IsDefined(typeof(RequiredMemberAttribute)) && !map.Fields.ContainsKey(name))
                errors.Add(map, $"'{name}' is missing");
        return record;
    }

    object? List(SeedNode node, Type type, PropertyInfo? field)
    {
        if (node is not SeedList list) return Wrong(node, "a list is needed here, such as [a, b]");
        var bound = (IList)Activator.CreateInstance(type)!;
        foreach (var item in list.Items)
            if (Value(item, type.GetGenericArguments()[0], field) is { } value)
            {
                if (value is string && bound.Contains(value)) errors.Add(item, $"'{value}' stands twice in the list");
                bound.Add(value);
            }
        return bound;
    }

    object? Dictionary(SeedNode node, Type type, PropertyInfo? field)
    {
        if (node is not SeedMap map) return Wrong(node, "fields with values are needed here");
        var bound = (IDictionary)Activator.CreateInstance(type)!;
        var (keys, values) = (type.GetGenericArguments()[0], type.GetGenericArguments()[1]);
        foreach (var (name, value) in map.Fields)
            if (Word(name, keys, value) is { } key && Value(value, values, field) is { } item) bound.Add(key, item);
        return bound;
    }

    object? Scalar(SeedScalar scalar, Type type, PropertyInfo? field)
    {
        var text = scalar.Text;
        if (type == typeof(string))
        {
            if (field?.GetCustomAttribute<RefersToAttribute>() is { } refers) checkReference(refers, text, scalar);
            if (field?.GetCustomAttribute<WordOfAttribute>() is { } word) checkWord(word, text, scalar);
            return text.Length > 0 ? text : Wrong(scalar, "the text is empty");
        }
        if (type.IsEnum) return Word(text, type, scalar);
        if (type == typeof(bool)) return text is "true" or "false" ? text == "true" : Wrong(scalar, $"'{text}' is neither true nor false");
        if (type == typeof(double)) return Number(text) ?? Wrong(scalar, $"'{text}' is not a number");
        if (type == typeof(PartialDate))
            return PartialDate.TryParse(text, out var date)
                ? date : Wrong(scalar, $"'{text}' is not a date",
                "such as 2022-01-05, 2022-01, 2022, or with a local time and its offset from UTC 2022-01-05T16:00+01:00");
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : Wrong(scalar, $"'{text}' is not a day", "such as 2022-01-05");
        throw new NotSupportedException($"Seeds have no fields of type {type}.");
    }

    object? Word(string text, Type type, SeedNode node)
    {
        if (type == typeof(string)) return text;
        foreach (var value in Enum.GetValues(type))
            if (ClosedWords.Of(value.ToString()!) == text) return value;
        var words = ClosedWords.All(type);
        return Wrong(node, $"'{text}' is not one of {string.Join(", ", words)}", Suggestion.Among(words, text));
    }

    object? Range(SeedNode node)
    {
        if (node is SeedScalar scalar)
            return Number(scalar.Text) is { } number
                ? new NumberRange { Min = number, Max = number }
                : Wrong(node, $"'{scalar.Text}' is not a number", "a number, or { min: 10, max: 20 } with one or both bounds");
        if (Record(node, typeof(NumberRange)) is not NumberRange range) return null;
        if (range is { Min: null, Max: null }) return Wrong(node, "a range has a min, a max, or both");
        return range.Min > range.Max ? Wrong(node, $"min {range.Min} is greater than max {range.Max}") : range;
    }

    PageValues? PageValuesOf(SeedNode node)
    {
        if (node is not SeedMap map) return (PageValues?)Wrong(node, "fields with values are needed here");
        var fields = Fields(entryType).Where(field => field.Value.IsDefined(typeof(PageValueAttribute))).ToDictionary();
        PageValues values = [];
        foreach (var (name, value) in map.Fields)
            if (!fields.TryGetValue(name, out var property))
                errors.Add(value, $"'{name}' is not a field for which a page may give its own value", Suggestion.Among(fields.Keys, name)
                    ?? $"one of {string.Join(", ", fields.Keys)}; put other words into details");
            else if (value is SeedScalar { IsNull: true }) values[name] = JsonSerializer.SerializeToElement<object?>(null);
            else if (Value(value, property.PropertyType, property) is { } bound)
                values[name] = JsonSerializer.SerializeToElement(bound, FactJson.Options);
        return values;
    }

    Details? DetailsOf(SeedNode node)
    {
        if (node is not SeedMap map) return (Details?)Wrong(node, "words with values are needed here");
        Details details = [];
        foreach (var (name, value) in map.Fields)
            if (value is not SeedScalar scalar) errors.Add(value, $"'{name}' is not one value");
            else details[name] = scalar switch
            {
                { Quoted: false, Text: "true" or "false" } => JsonSerializer.SerializeToElement(scalar.Text == "true"),
                { Quoted: false } when Number(scalar.Text) is { } number => JsonSerializer.SerializeToElement(number),
                _ => JsonSerializer.SerializeToElement(scalar.Text),
            };
        return details;
    }

    object? Wrong(SeedNode node, string message, string? hint = null)
    {
        errors.Add(node, message, hint);
        return null;
    }

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
}
