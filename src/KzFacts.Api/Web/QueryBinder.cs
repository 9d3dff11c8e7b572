using System.Globalization;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Api.Web;

/// <summary>Fills parameter records from a query string, and reports all errors by parameter. (The binding of the framework reports
/// one error, without a name, and ignores unknown parameters.)</summary>
public static class QueryBinder
{
    /// <summary>Fills the records from the address of a request, and checks it against the operation: its required parameters, its
    /// formats, the cursors of its list.</summary>
    /// <exception cref="InvalidParametersException">Parameters are unknown or missing, or values are invalid. The exception lists all
    /// of them.</exception>
    public static void Bind(HttpContext http, Lane lane, params object[] records)
    {
        var errors = Collect(http.Request.Query, lane, records);
        if (http.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { } operation) Check(operation, http.Request.Query, records, errors);
        if (errors.Count > 0) throw new InvalidParametersException(errors);
    }

    /// <summary>Fills the records from a query that belongs to no operation.</summary>
    /// <exception cref="InvalidParametersException">Parameters are unknown, or values are invalid. The exception lists all of
    /// them.</exception>
    public static void Bind(IQueryCollection query, Lane lane, params object[] records)
    {
        if (Collect(query, lane, records) is { Count: > 0 } errors) throw new InvalidParametersException(errors);
    }

    static List<ParameterError> Collect(IQueryCollection query, Lane lane, object[] records)
    {
        List<ParameterError> errors = [];
        Fill(query, records, errors);
        ConstraintCheck.Collect(lane, errors, records);
        return errors;
    }

    static void Check(Operation operation, IQueryCollection query, object[] records, List<ParameterError> errors)
    {
        foreach (var name in operation.Required.Where(name => !query.ContainsKey(name)))
            errors.Add(new(ErrorCode.Missing, name, "it is missing.", Hint: operation.Missing));
        if (query["format"] is [{ Length: > 0 } format] && !operation.Formats.Contains(format))
            errors.Add(new(ErrorCode.NoSuchValue, "format", $"'{format}' is not one of {string.Join(", ", operation.Formats)}.", format,
                Suggestion.Nearest(operation.Formats, format)));
        if (operation.List is { } list && records.OfType<ICursorRequest>().FirstOrDefault() is { } page)
            page.Position = CursorScope.Of(list, records.OfType<Filter>().First(), page.Descending).Given(page.After, errors);
    }

    static void Fill(IQueryCollection query, object[] records, List<ParameterError> errors)
    {
        var parameters = records.SelectMany(record => Parameter.Of(record.GetType()).Select(parameter => (record, parameter))).ToList();
        foreach (var (name, values) in query)
        {
            var (record, parameter) = parameters.Find(pair => pair.parameter.Name == name);
            if (parameter is null) errors.Add(UnknownParameter.Of(name, [.. parameters.Select(pair => pair.parameter.Name)]));
            else if (!parameter.IsList && values.Count > 1)
                errors.Add(new(ErrorCode.Repeated, name, "it is given more than once.", Hint: "give it once"));
            else if (parameter.IsList && values.Count > MostValues)
                errors.Add(new(ErrorCode.TooMany, name, $"it is given {values.Count} times; the limit is {MostValues}."));
            else if (values.Any(string.IsNullOrEmpty))
                errors.Add(new(ErrorCode.Empty, name, "it has no value.", Hint: "leave the parameter out, or give it a value"));
            else if (parameter.IsList) parameter.Property.SetValue(record, values.ToArray());
            else if (Value(values[0]!, parameter.ValueType) is { } value) parameter.Property.SetValue(record, value);
            else
                errors.Add(new(ErrorCode.Malformed, name, $"'{values[0]}' is not a {NameOf(parameter.ValueType)}.", values[0],
                    Hint: ExampleOf(parameter.ValueType)));
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
