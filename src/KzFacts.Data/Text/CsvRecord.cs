using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Text;

/// <summary>A record as cells of CSV. Columns have the names of fields. Fields of a nested record begin with its name
/// (<c>countMin</c>). A reference has two columns, its id and its name. A list is the ids of its entries, joined by "; ". Lists of
/// other records are in JSON only.</summary>
public sealed class CsvRecord
{
    /// <summary>How a member is written.</summary>
    enum Part { Left, Value, Reference, Ids, Record }

    sealed record Member(JsonPropertyInfo Property, Part Part, CsvRecord? Inner);

    static readonly ConcurrentDictionary<Type, CsvRecord> Known = new();

    readonly IReadOnlyList<Member> members;

    CsvRecord(Type record)
    {
        members = [.. FactJson.Options.GetTypeInfo(record).Properties.Where(property => property.Get is not null).Select(Of)
            .Where(member => member.Part != Part.Left)];
        Names = [.. members.SelectMany(NamesOf)];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    public static CsvRecord Of(Type record) => Known.GetOrAdd(record, static record => new(record));

    Range? own;

    /// <summary>The range of the columns that only this kind of fact has.</summary>
    public Range Own => own ??= OwnAmong(Names);

    static Range OwnAmong(IReadOnlyList<string> names)
    {
        var shared = Of(typeof(Fact)).Names.ToHashSet();
        var start = names.TakeWhile(shared.Contains).Count();
        return start..(start + names.Skip(start).TakeWhile(name => !shared.Contains(name)).Count());
    }

    static Member Of(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string) || type.IsValueType) return new(property, Part.Value, null);
        if (!typeof(IEnumerable).IsAssignableFrom(type)) return new(property, IsReference(type) ? Part.Reference : Part.Record, Of(type));
        var entry = type.GetGenericArguments()[0];
        return entry == typeof(string) ? new(property, Part.Ids, null)
            : IsReference(entry) || entry == typeof(Participant) || entry == typeof(Relation)
                ? new(property, Part.Ids, Of(entry)) : new(property, Part.Left, null);
    }

    static bool IsReference(Type type) => type.GetProperty(nameof(Fact.Id)) is not null;

    static IEnumerable<string> NamesOf(Member member)
    {
        var name = member.Property.Name;
        return member.Part switch
        {
            Part.Reference => [name, $"{name}Name"],
            Part.Record => member.Inner!.Names.Select(inner => $"{name}{char.ToUpperInvariant(inner[0])}{inner[1..]}"),
            _ => [name],
        };
    }

    /// <summary>The cells of a record, one text for each column. They are empty if the record is null.</summary>
    public IEnumerable<string> Cells(object? record) =>
        members.SelectMany(member => CellsOf(member, record is null ? null : member.Property.Get!(record)));

    static IEnumerable<string> CellsOf(Member member, object? value) => (member.Part, value) switch
    {
        (Part.Record, _) => member.Inner!.Cells(value),
        (Part.Value, not (null or string)) => [JsonSerializer.Serialize(value, value.GetType(), FactJson.Options).Trim('"')],
        (Part.Value, _) => [Harmless((string?)value)],
        (Part.Ids, _) =>
            [Harmless(string.Join("; ", ((IEnumerable?)value ?? Array.Empty<string>()).Cast<object>()
            .Select(entry => member.Inner?.IdOf(entry) ?? (string)entry)))],
        (_, null) => ["", ""],
        _ => [member.Inner!.IdOf(value), Harmless(member.Inner.Text(value, "name") ?? member.Inner.Text(value, "title"))],
    };

    /// <summary>The id of an entry, or of the entry that it refers to.</summary>
    string IdOf(object entry) =>
        members.FirstOrDefault(member => member.Part == Part.Reference) is { } of
        ? of.Inner!.IdOf(of.Property.Get!(entry)!) : Text(entry, "id")!;

    string? Text(object record, string name) =>
        (string?)members.FirstOrDefault(member => member.Property.Name == name)?.Property.Get!(record);

    /// <summary>A spreadsheet must not run a text as a formula (OWASP, CSV injection). Numbers are not texts.</summary>
    static string Harmless(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";
}
