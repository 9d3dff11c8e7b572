using System.Text;

namespace KzFacts.Data.Querying;

/// <summary>Which part of a list is wanted. Lists use keyset pagination with an opaque cursor.</summary>
public sealed record Page
{
    public const int Default = 50;
    public const int Largest = 500;

    public int Limit { get; init; } = Default;

    /// <summary>The cursor after which the page begins.</summary>
    public Cursor? Cursor { get; init; }

    /// <summary>Whether the last entry comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>All entries, however many there are.</summary>
    public static readonly Page All = new() { Limit = int.MaxValue - 1 };
}

/// <summary>A position in a list, by the values that order it: (first, time, id) for facts, id for other entries. It stays valid
/// when the snapshot changes.</summary>
public sealed record Cursor(string First, string Time, string Id)
{
    /// <summary>The form in the snapshot: <c>first|time|id</c>. Clients see it in base64url.</summary>
    public string Stored => $"{First}|{Time}|{Id}";

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Stored)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads the parameter <c>after</c>. Null if it was not given.</summary>
    /// <exception cref="InvalidParametersException">The text is not a cursor.</exception>
    public static Cursor? Given(string? after) => after is null ? null
        : Parse(after) ?? throw new InvalidParametersException([new("after", $"'{after}' is not a cursor.",
            "pass the nextCursor of the previous page unchanged")]);

    /// <summary>Reads what <see cref="ToString"/> wrote. Null if the text is not a cursor.</summary>
    public static Cursor? Parse(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
        Span<byte> bytes = stackalloc byte[512];
        if (text.Length > 600 || !Convert.TryFromBase64String(padded, bytes, out var length)) return null;
        return Read(Encoding.UTF8.GetString(bytes[..length]));
    }

    /// <summary>Reads what <see cref="Stored"/> holds. Null if the text is not a cursor.</summary>
    public static Cursor? Read(string stored) =>
        stored.Split('|') is [var first, var time, { Length: > 0 } id] ? new(first, time, id) : null;
}
