using System.Text;

namespace KzFacts.Data.Querying;

/// <summary>Which part of a list: keyset pagination by an opaque cursor.</summary>
public sealed record Page
{
    public const int Default = 50;
    public const int Largest = 500;

    public int Limit { get; init; } = Default;

    /// <summary>The entry after which the page begins.</summary>
    public Cursor? Cursor { get; init; }

    /// <summary>Last entry first.</summary>
    public bool Descending { get; init; }

    /// <summary>All entries, however many.</summary>
    public static readonly Page All = new() { Limit = int.MaxValue - 1 };
}

/// <summary>A place in a list, by the values it is ordered by, so that it outlives the snapshot: facts by (first, time, id), names by
/// id.</summary>
public sealed record Cursor(string First, string Time, string Id)
{
    /// <summary>As the snapshot holds it, and as a client sees it in base64url: <c>first|time|id</c>.</summary>
    public string Stored => $"{First}|{Time}|{Id}";

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Stored)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads what a client gave as <c>after</c>; null where it gave nothing.</summary>
    /// <exception cref="InvalidParametersException">The text is no cursor.</exception>
    public static Cursor? Given(string? after) => after is null ? null
        : Parse(after) ?? throw new InvalidParametersException([new("after", $"'{after}' is no cursor.",
            "give the cursor that the page before ends with, as it is")]);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is no cursor.</summary>
    public static Cursor? Parse(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
        Span<byte> bytes = stackalloc byte[512];
        if (text.Length > 600 || !Convert.TryFromBase64String(padded, bytes, out var length)) return null;
        return Read(Encoding.UTF8.GetString(bytes[..length]));
    }

    /// <summary>Reads what is <see cref="Stored"/>; null where it is no cursor.</summary>
    public static Cursor? Read(string stored) =>
        stored.Split('|') is [var first, var time, { Length: > 0 } id] ? new(first, time, id) : null;
}
