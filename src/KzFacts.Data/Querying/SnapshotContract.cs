using System.Collections;
using System.Security.Cryptography;
using System.Text;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Querying;

/// <summary>What a snapshot and the program that reads it must agree on. GraphQL cuts selections out of finished JSON by the
/// position of members, so a file with another contract would be read as garbage.</summary>
public static class SnapshotContract
{
    /// <summary>The version of what the compiler derives. Raise it with each change that makes equal seeds give other documents.</summary>
    const int Output = 3;

    static readonly Type[] Others = [typeof(Claim), typeof(OtherSource), typeof(Crisis)];

    /// <summary>SHA-256 in hex of the schema, of the member names of every record in order, of every closed word, and of the
    /// version of what the compiler derives.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(
        $"{Output}\n{Snapshot.Schema}\n{Describe(Catalog.All.Select(collection => collection.ItemType).Concat(Others))}")));

    /// <summary>One line for each type in documents, including the types of members: its name, then its members or words.</summary>
    public static string Describe(IEnumerable<Type> types)
    {
        var (lines, waiting, met) = (new StringBuilder(), new Queue<Type>(types), new HashSet<Type>());
        while (waiting.TryDequeue(out var type))
        {
            if (!met.Add(type)) continue;
            if (type.IsEnum) lines.Append($"{type.Name} = {string.Join(" | ", ClosedWords.All(type))}\n");
            else if (type.Namespace?.StartsWith(nameof(KzFacts), StringComparison.Ordinal) is true)
            {
                var members = FactJson.Options.GetTypeInfo(type).Properties.Where(member => member.Get is not null).ToList();
                lines.Append(
                    $"{type.Name} {{ {string.Join(", ", members.Select(member => $"{member.Name}: {NameOf(member.PropertyType)}"))} }}\n");
                foreach (var member in members) waiting.Enqueue(Inner(member.PropertyType));
            }
        }
        return lines.ToString();
    }

    static string NameOf(Type type) =>
        IsList(type) ? $"[{NameOf(Inner(type))}]" : (Nullable.GetUnderlyingType(type) is { } value ? $"{value.Name}?" : type.Name);

    static Type Inner(Type type) => Nullable.GetUnderlyingType(type) ?? (IsList(type) ? Inner(type.GetGenericArguments()[^1]) : type);

    static bool IsList(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type);
}
