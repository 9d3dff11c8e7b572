using System.Globalization;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Api.Web;

/// <summary>Fills parameter records from a query string, and reports all errors by parameter. (The binding of the framework reports
/// one error, without a name, and ignores unknown parameters.)</summary>
public static class QueryBinder
{
    /// <summary>Fills the records and checks their values.</summary>
    /// <exception cref="InvalidParametersException">Parameters are unknown, or values are invalid. The exception lists all of
    /// them.</exception>
    public static void Bind(IQueryCollection query, Lane lane, params object[] records)
    {
        List<ParameterError> errors = [];
        Fill(query, records, errors);
        ConstraintCheck.Collect(lane, errors, records);
        if (errors.Count > 0) throw new InvalidParametersException(errors);
    }

    static void Fill(IQueryCollection query, object[] records, List<ParameterError> errors)
    {
        var parameters = records.SelectMany(record => Parameter.Of(record.GetType()).Select(parameter => (record, parameter))).ToList();
        foreach (var (name, values) in query)
        {
            var (record, parameter) = parameters.Find(pair => pair.parameter.Name == name);
            if (parameter is null)
            {
                var names = parameters.Select(pair => pair.parameter.Name).ToList();
                errors.Add(new(name, "there is no such parameter.", Suggestion.Among(names, name)
                    ?? (names.Count == 0 ? "this address takes none" : $"one of {string.Join(", ", names)}")));
            }
            else if (!parameter.IsList && values.Count > 1) errors.Add(new(name, "it is given more than once.", "give it once"));
            else if (parameter.IsList && values.Count > MostValues)
                errors.Add(new(name, $"it is given {values.Count} times; the limit is {MostValues}."));
            else if (values.Any(string.IsNullOrEmpty))
                errors.Add(new(name, "it has no value.", "leave the parameter out, or give it a value"));
            else if (parameter.IsList) parameter.Property.SetValue(record, values.ToArray());
            else if (Value(values[0]!, parameter.ValueType) is { } value) parameter.Property.SetValue(record, value);
            else errors.Add(new(name, $"'{values[0]}' is not a {NameOf(parameter.ValueType)}.", ExampleOf(parameter.ValueType)));
        }
    }

    /// <summary>The most values of one parameter.</summary>
    public const int MostValues = 50;

    static object? Value(string text, Type type)
    {
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return text switch { "true" => true, "false" => false, _ => null };
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        throw new NotSupportedException($"There are no parameters of type {type}.");
    }

    static string NameOf(Type type) => type == typeof(bool) ? "boolean" : type == typeof(int) ? "whole number" : "valid date";

    static string ExampleOf(Type type) =>
        type == typeof(bool) ? "true or false" : type == typeof(int) ? "such as 50" : "such as 2022-01-05";
}
