using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Api.GraphQL;

/// <summary>The members of a finished document in the order in which they are written. All documents of a record have the same
/// order, so a member is found by its index, without comparing names.</summary>
sealed class DocumentShape
{
    static readonly ConcurrentDictionary<Type, DocumentShape> Known = new();

    readonly int[] nameLengths;
    readonly DocumentShape?[] shapes;

    DocumentShape(IReadOnlyList<JsonPropertyInfo> members)
    {
        Names = [.. members.Select(member => member.Name)];
        nameLengths = [.. Names.Select(name => Encoding.UTF8.GetByteCount(name) + 3)]; // two quotation marks and a colon
        shapes = [.. members.Select(member => OfValue(member.PropertyType))];
    }

    public IReadOnlyList<string> Names { get; }

    public static DocumentShape Of(Type record) => Known.GetOrAdd(record, static type =>
        new([.. FactJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null)]));

    /// <summary>The position at which the value of a member begins.</summary>
    /// <param name="member">The index of the member.</param>
    /// <param name="at">The position at which the value before it ends. For the first member: the position of the object.</param>
    public int StartOf(int member, int at) => at + 1 + nameLengths[member];

    /// <summary>The position at which the value of a member ends that begins at <paramref name="at"/>.</summary>
    public int EndOf(int member, ReadOnlySpan<byte> json, int at) => EndOf(shapes[member], json, at);

    static int EndOf(DocumentShape? shape, ReadOnlySpan<byte> json, int at)
    {
        if (shape is null || json[at] is not ((byte)'{' or (byte)'[')) return FinishedJson.EndOf(json, at);
        if (json[at] == '{')
            for (var member = 0; json[at] != '}'; member++) at = shape.EndOf(member, json, shape.StartOf(member, at));
        else
            while (json[at] != ']') at = json[at + 1] == ']' ? at + 1 : EndOf(shape, json, at + 1);
        return at + 1;
    }

    /// <summary>The shape of a record, or of the records in a list. Null if the value has no members, or members that vary.</summary>
    static DocumentShape? OfValue(Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) || type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return null;
        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable))) return OfValue(type.GetGenericArguments()[0]);
        return type.IsClass && type != typeof(string) && type != typeof(Fact) ? Of(type) : null;
    }
}
