using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KzFacts.Data.Querying;

/// <summary>A list with its filter and its order. A cursor is valid within one scope: elsewhere it would lead to a plausible but
/// wrong page.</summary>
public sealed class CursorScope
{
    const int Longest = 600;

    readonly string list;
    readonly Lazy<string> hashes; // most pages are the last one, or need no cursor

    CursorScope(string list, Filter filter, bool descending) =>
        (this.list, hashes) = (list, new(() => $"{Hash(list, 2)}|{Hash(Values(filter, descending), 4)}"));

    /// <param name="list">The name of the list, such as the path of its collection.</param>
    public static CursorScope Of(string list, Filter filter, bool descending) => new(list, filter, descending);

    static string Values(Filter filter, bool descending)
    {
        var values = new StringBuilder(descending ? "-" : "+");
        foreach (var parameter in Parameter.Of(filter.GetType()).Where(parameter => parameter.IsGiven(filter)))
        {
            var value = parameter.Property.GetValue(filter);
            var text = value is string[] several ? string.Join('|', several.Order(StringComparer.Ordinal))
                : Convert.ToString(value, CultureInfo.InvariantCulture);
            values.Append(CultureInfo.InvariantCulture, $"&{parameter.Name}={text}");
        }
        return values.ToString();
    }

    /// <summary>The cursor as clients see it: the position, the hashes of list and filter, and a checksum, in base64url.</summary>
    /// <returns>Null for null, which is the cursor after the last page.</returns>
    [return: NotNullIfNotNull(nameof(cursor))]
    public string? Write(Cursor? cursor)
    {
        if (cursor is null) return null;
        var content = $"{cursor.Stored}|{hashes.Value}";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{content}|{Hash(content, 4)}"));
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Null if the text is not a cursor of this scope; then
    /// <paramref name="fault"/> says why.</summary>
    public Cursor? Read(string text, out string? fault)
    {
        fault = null;
        if (Content(text) is not [var first, var time, { Length: > 0 } id, var givenList, var givenFilter])
            fault = "is not a cursor, or a part of it is missing";
        else if (givenList != Hash(list, 2)) fault = "is a cursor of another list";
        else if ($"{givenList}|{givenFilter}" != hashes.Value) fault = "is a cursor of another filter or order";
        else return new(first, time, id);
        return null;
    }

    /// <summary>Reads the parameter <c>after</c>. Null if it was not given, or is not a cursor of this scope; then an error is
    /// added.</summary>
    public Cursor? Given(string? after, List<ParameterError> errors)
    {
        if (after is null) return null;
        if (Read(after, out var fault) is { } cursor) return cursor;
        errors.Add(new(ErrorCode.InvalidCursor, "after", $"'{after}' {fault}.", after,
            Hint: "pass the nextCursor of the previous page unchanged, with the same filter and order"));
        return null;
    }

    static string[]? Content(string text)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        if (text.Length > Longest || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length)) return null;
        var decoded = Encoding.UTF8.GetString(bytes[..length]);
        var end = decoded.LastIndexOf('|');
        return end > 0 && Hash(decoded[..end], 4) == decoded[(end + 1)..] ? decoded[..end].Split('|') : null;
    }

    static string Hash(string text, int bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..bytes]);
    }
}
