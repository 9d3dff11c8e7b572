using System.Globalization;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Querying;

/// <summary>A rule for the values of a parameter: the text for the contracts, and the check that REST and GraphQL share.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ConstraintAttribute : Attribute
{
    /// <summary>The rule in words. The contracts add it to the description of the parameter.</summary>
    public abstract string Rule { get; }

    /// <summary>The only values allowed, or null.</summary>
    public virtual IReadOnlyList<string>? Values => null;

    /// <summary>What each allowed value means. Empty unless the values are closed words.</summary>
    public virtual IReadOnlyList<(string Word, string Meaning)> Meanings => [];

    /// <summary>What is wrong with a value, or null.</summary>
    public abstract Objection? Check(object value, Lane lane);

    /// <summary>What was probably meant by a wrong value, if finding it needs a search of the snapshot; otherwise null.</summary>
    public virtual string? Suggest(object value, Lane lane) => null;
}

/// <summary>What is wrong with a value, and what would be right.</summary>
public sealed record Objection(ErrorCode Code, string Detail, string? Suggestion = null, string? Hint = null)
{
    /// <summary>The error in a parameter that has the value.</summary>
    public ParameterError In(string parameter, string? value) => new(Code, parameter, Detail, value, Suggestion, Hint);
}

/// <summary>One of a fixed list of words.</summary>
public class ChoiceAttribute(params string[] values) : ConstraintAttribute
{
    public override string Rule => $"One of {string.Join(", ", values)}.";

    public override IReadOnlyList<string> Values => values;

    public override Objection? Check(object value, Lane lane) => value is string word && !values.Contains(word)
        ? new(ErrorCode.NoSuchValue, $"'{word}' is not one of {string.Join(", ", values)}.", Suggestion.AmongWords(values, word))
        : null;
}

/// <summary>One of the closed words of an enum.</summary>
public sealed class OneOfAttribute<TWord>() : ChoiceAttribute([.. Facts.ClosedWords.All(typeof(TWord))]) where TWord : struct, Enum
{
    public override IReadOnlyList<(string Word, string Meaning)> Meanings => Facts.ClosedWords.Meanings(typeof(TWord));
}

/// <summary>A number within bounds, both inclusive.</summary>
public sealed class BoundsAttribute(int min, int max) : ConstraintAttribute
{
    public int Min => min;

    public int Max => max;

    public override string Rule => $"{min} to {max}.";

    public override Objection? Check(object value, Lane lane) => value is int number && (number < min || number > max)
        ? new(ErrorCode.OutOfRange, $"{number} is not between {min} and {max}.")
        : null;
}

/// <summary>Text to search for.</summary>
public sealed class TextAttribute : ConstraintAttribute
{
    public const int Longest = 200;

    public override string Rule => $"At most {Longest} characters, with a letter or a digit.";

    public override Objection? Check(object value, Lane lane) => value switch
    {
        string { Length: > Longest } text => new(ErrorCode.OutOfRange,
            $"it has {text.Length} characters; the limit is {Longest}."),
        string text when FullText.Query(text) is null =>
            new(ErrorCode.Empty, $"'{text}' holds no word to search for.", Hint: "give a word with a letter or a digit"),
        _ => null,
    };
}

/// <summary>The address of a web page, in any form.</summary>
public sealed class PageAddressAttribute : ConstraintAttribute
{
    public override string Rule => $"At most {WebAddress.Longest} characters.";

    public override Objection? Check(object value, Lane lane) => ObjectionTo((string)value);

    public static Objection? ObjectionTo(string? url) => url is null || WebAddress.Of(url) is null
        ? new(ErrorCode.Malformed, $"'{url}' is not the address of a web page.",
            Hint: $"give http:// or https://, a host name and a path of at most {WebAddress.Longest} " +
            "characters in all; percent-encode & and #")
        : null;
}

/// <summary>A revision of the facts.</summary>
public sealed class RevisionAttribute : ConstraintAttribute
{
    public override string Rule => "64 hexadecimal digits, as in every answer.";

    public override Objection? Check(object value, Lane lane) =>
        value is string revision && (revision.Length != 64 || !revision.All(char.IsAsciiHexDigitLower))
        ? new(ErrorCode.Malformed, $"'{revision}' is not a revision.", Hint: "pass the revision of an answer unchanged")
        : null;
}

/// <summary>A short code of lower-case letters.</summary>
public sealed class CodeAttribute(int length) : ConstraintAttribute
{
    public override string Rule => $"{length} lower-case letters.";

    public override Objection? Check(object value, Lane lane) =>
        value is string code && (code.Length != length || !code.All(char.IsAsciiLetterLower))
        ? new(ErrorCode.Malformed, $"'{code}' is not a code of {length} lower-case letters.")
        : null;
}

/// <summary>A bounding box in degrees of WGS 84. A box whose west is greater than its east crosses the antimeridian (RFC 7946,
/// 5.2).</summary>
public sealed class BoxAttribute : ConstraintAttribute
{
    public override string Rule => "Four numbers: longitudes -180 to 180, latitudes -90 to 90, south not above north.";

    public override Objection? Check(object value, Lane lane) => Edges(value as string) is null
        ? new(ErrorCode.Malformed, $"'{value}' is not a box.", Hint: "give west,south,east,north in degrees, such as 76.6,43.1,77.2,43.5")
        : null;

    public static double[]? Edges(string? text)
    {
        var parts = text?.Split(',');
        if (parts is not { Length: 4 }) return null;
        var edges = new double[4];
        for (var i = 0; i < 4; i++)
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out edges[i])
                || !(Math.Abs(edges[i]) <= (i % 2 == 0 ? 180 : 90))) return null; // NaN is not within any bounds
        return edges[1] <= edges[3] ? edges : null;
    }
}

/// <summary>An id, or another exact name, that exists in the snapshot.</summary>
public sealed class KnownAttribute(string table, params string[] columns) : ConstraintAttribute
{
    const int LongestShown = 60;

    readonly string[] columns = columns.Length == 0 ? ["id"] : columns;

    public string Table => table;

    /// <summary>The column that holds the name: <c>id</c>, or another one.</summary>
    public string Column => columns[0];

    public override string Rule => columns[0] == "id" ? $"Ids under /v1/{table}s." : $"The {columns[0]} of a {table}.";

    public override Objection? Check(object value, Lane lane)
    {
        var name = (string)value;
        foreach (var column in columns)
            if (lane.Exists($"select 1 from {table} where {column} = @name limit 1", new { name })) return null;
        return new(ErrorCode.NoSuchValue, $"there is no {table} with the {columns[0]} '{name}'.",
            Hint: name.Contains(',', StringComparison.Ordinal) ? "repeat the parameter to give several values"
                : columns[0] == "id" ? $"see /v1/{table}s{(name.Length <= LongestShown ? $"?q={Uri.EscapeDataString(name)}" : "")}" : null);
    }

    public override string? Suggest(object value, Lane lane) =>
        columns[0] == "id" && MeantEntry.Of(lane, table, (string)value) is { } meant ? meant
            : Suggestion.Nearest(lane.Texts($"select distinct {columns[0]} from {table} limit 100000"), (string)value);
}

/// <summary>A word of a registry that the seeds define.</summary>
public sealed class WordAttribute(string registry) : ConstraintAttribute
{
    public string Registry => registry;

    public override string Rule => $"A word of the registry {registry}; see /v1/words?registry={registry}.";

    public override Objection? Check(object value, Lane lane)
    {
        var key = (string)value;
        return lane.Exists("select 1 from word where registry = @registry and key = @key", new { registry, key })
            ? null : new(ErrorCode.NoSuchValue, $"'{key}' is not a word of the registry {registry}.",
                Hint: $"see /v1/words?registry={registry}");
    }

    public override string? Suggest(object value, Lane lane) => MeantEntry.OfWord(lane, registry, (string)value)
        ?? Suggestion.Nearest(lane.Texts("select key from word where registry = @registry", new { registry }), (string)value);
}
