using KzFacts.Api.Web;

namespace KzFacts.Api.OpenApi;

/// <summary>The names of schemas. A list is named after what it holds.</summary>
static class SchemaNames
{
    public static string Of(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var item = type.GetGenericArguments()[0].Name;
        return type.GetGenericTypeDefinition() == typeof(EntryPage<>) ? $"{item}Page"
            : item.EndsWith("Answer", StringComparison.Ordinal) ? $"{item}s" : $"{item}Answer";
    }
}
