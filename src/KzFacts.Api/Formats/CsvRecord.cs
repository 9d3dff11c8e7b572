using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Formats;

/// <summary>A record as a row of RFC 4180 CSV, cut out of its finished JSON. The columns are named after its fields: a nested record's fields carry its
/// name before theirs (<c>countMin</c>), a reference is its id and its name, a list its entries' ids joined by "; ". Lists of other records are in json alone.</summary>
sealed class CsvRecord
{
    /// <summary>How a member becomes cells.</summary>
    enum Part { Left, Value, Reference, Ids, Record }

    static readonly ConcurrentDictionary<(Type Record, Type Columns), CsvRecord> Known = new();

    readonly DocumentShape shape;
    readonly IReadOnlyList<(Part Part, CsvRecord? Inner)> members;
    readonly Dictionary<Kind, CsvRecord>? kinds;

    CsvRecord(Type record, Type columns)
    {
        shape = DocumentShape.Of(record);
        var shown = DocumentShape.Of(columns).Names;
        members = [.. FactJson.Options.GetTypeInfo(record).Properties.Where(property => property.Get is not null).Select(property => shown.Contains(property.Name) ? Member(property) : default)];
        Names = [.. shape.Names.Zip(members, NamesOf).SelectMany(names => names)];
        if (record == typeof(Fact)) kinds = Enum.GetValues<Kind>().ToDictionary(kind => kind, kind => Of(FactJson.TypeOf(kind), columns));
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    public static CsvRecord Of(Type record) => Of(record, record);

    /// <summary>The columns of a record that <paramref name="columns"/>, it or its base, has too.</summary>
    static CsvRecord Of(Type record, Type columns) => Known.GetOrAdd((record, columns), static key => new(key.Record, key.Columns));

    static (Part, CsvRecord?) Member(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string) || type.IsValueType) return (Part.Value, null);
        if (!typeof(IEnumerable).IsAssignableFrom(type)) return (IsReference(type) ? Part.Reference : Part.Record, Of(type));
        var entry = type.GetGenericArguments()[0];
        return entry == typeof(string) ? (Part.Ids, null) : IsReference(entry) || entry == typeof(Participant) || entry == typeof(Relation) ? (Part.Ids, Of(entry)) : default;
    }

    static bool IsReference(Type type) => type.GetProperty(nameof(Fact.Id)) is not null;

    static IEnumerable<string> NamesOf(string name, (Part Part, CsvRecord? Inner) member) => member.Part switch
    {
        Part.Left => [],
        Part.Reference => [name, $"{name}Name"],
        Part.Record => member.Inner!.Names.Select(inner => $"{name}{char.ToUpperInvariant(inner[0])}{inner[1..]}"),
        _ => [name],
    };

    /// <summary>Writes the cells of a document, without an end of line.</summary>
    public void Write(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        var cells = new CsvCells(output);
        if (kinds is null) Write(document, 0, ref cells);
        else kinds[FactJson.KindOf(document)].Write(document, 0, ref cells);
    }

    int Write(ReadOnlySpan<byte> document, int at, ref CsvCells cells)
    {
        for (var i = 0; document[at] != '}'; i++)
        {
            var start = shape.StartOf(i, at);
            var (part, inner) = members[i];
            if (part == Part.Record && document[start] == '{')
            {
                at = inner!.Write(document, start, ref cells);
                continue;
            }
            at = shape.EndOf(i, document, start);
            var value = document[start..at];
            switch (part)
            {
                case Part.Value: cells.Add(value); break;
                case Part.Ids: cells.AddJoined(value, inner); break;
                case Part.Reference: inner!.WriteReference(value, ref cells); break;
                case Part.Record: cells.AddEmpty(inner!.Names.Count); break;
            }
        }
        return at + 1;
    }

    void WriteReference(ReadOnlySpan<byte> reference, ref CsvCells cells)
    {
        if (reference[0] != '{') cells.AddEmpty(2);
        else
        {
            cells.Add(Value(reference, "id"));
            cells.Add(Value(reference, shape.Names.Contains("name") ? "name" : "title"));
        }
    }

    /// <summary>The id of an entry, or of what it refers to.</summary>
    public ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> entry)
    {
        for (var i = 0; i < members.Count; i++)
            if (members[i].Part == Part.Reference) return members[i].Inner!.IdOf(Value(entry, shape.Names[i]));
        return Value(entry, "id");
    }

    ReadOnlySpan<byte> Value(ReadOnlySpan<byte> document, string name)
    {
        var at = 0;
        for (var i = 0; document[at] != '}'; i++)
        {
            var start = shape.StartOf(i, at);
            at = shape.EndOf(i, document, start);
            if (shape.Names[i] == name) return document[start..at];
        }
        return "null"u8;
    }
}
