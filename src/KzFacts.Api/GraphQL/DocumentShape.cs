using System.Collections.Concurrent;
using KzFacts.Data;

namespace KzFacts.Api.GraphQL;

/// <summary>The members of a finished document in the order in which it is written: the same for every document of a record, so that a
/// member is found by its place.</summary>
sealed class DocumentShape(IReadOnlyList<string> names)
{
    static readonly ConcurrentDictionary<Type, DocumentShape> Known = new();

    public IReadOnlyList<string> Names => names;

    public static DocumentShape Of(Type record) => Known.GetOrAdd(record, static type =>
        new([.. FactJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).Select(property => property.Name)]));
}
