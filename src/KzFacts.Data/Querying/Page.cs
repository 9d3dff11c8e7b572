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
/// when the snapshot changes. Clients see it as <see cref="CursorScope.Write"/> writes it.</summary>
public sealed record Cursor(string First, string Time, string Id)
{
    /// <summary>The form in the snapshot: <c>first|time|id</c>.</summary>
    public string Stored => $"{First}|{Time}|{Id}";

    /// <summary>Reads what <see cref="Stored"/> holds. Null if the text is not a cursor.</summary>
    public static Cursor? Read(string stored) =>
        stored.Split('|') is [var first, var time, { Length: > 0 } id] ? new(first, time, id) : null;
}
