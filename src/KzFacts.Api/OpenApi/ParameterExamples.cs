using System.Text.Json.Nodes;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.OpenApi;

/// <summary>An example value for each parameter. It exists in the served snapshot.</summary>
static class ParameterExamples
{
    public static JsonNode? Of(Parameter parameter, Operation operation, ExampleReading examples) =>
        parameter.Constraints.Select(constraint => Of(constraint, operation, examples)).FirstOrDefault(example => example is not null)
        ?? parameter.ValueType switch
        {
            var type when type == typeof(bool) => true,
            var type when type == typeof(int) => operation.DefaultLimit,
            var type when type == typeof(DateOnly) => $"{examples.Lane.Crisis.Last:yyyy-MM-dd}",
            _ => parameter.Name switch
            {
                "format" => operation.Formats[^1],
                "after" => new Cursor($"{examples.Lane.Crisis.First:yyyy-MM-dd}", "", examples.IdOf(Catalog.Facts)).ToString(),
                "pageToken" => "10",
                "url" or "appearanceUrl" => examples.Crisis.Link,
                "languageCode" => "en",
                "reviewPublisherSiteFilter" => new Uri(ExampleReading.Root).Host,
                _ => null,
            },
        };

    static JsonNode? Of(ConstraintAttribute constraint, Operation operation, ExampleReading examples) => constraint switch
    {
        { Values: [var first, ..] } => first,
        BoundsAttribute bounds => Math.Clamp(operation.DefaultLimit, bounds.Min, bounds.Max),
        TextAttribute => examples.Crisis.RareWord,
        PageAddressAttribute => examples.Crisis.Link,
        RevisionAttribute => ExampleReading.Revision,
        CodeAttribute => examples.Crisis.Searches.FirstOrDefault()?.Language,
        BoxAttribute when examples.Lane.Crisis.Map is var map =>
            FormattableString.Invariant($"{map.West},{map.South},{map.East},{map.North}"),
        WordAttribute word => RegistryReads.MostUsedWord(examples.Lane, word.Registry),
        KnownAttribute { Column: "publisher" } => PublisherOf(examples),
        KnownAttribute known => examples.Crisis.Entries.GetValueOrDefault($"{known.Table}s"),
        _ => null,
    };

    static string? PublisherOf(ExampleReading examples)
    {
        string? publisher = null;
        Source.Collection.Find(examples.Lane, examples.IdOf(Source.Collection), null, row =>
            publisher = FactJson.Read<Source>(row.Utf8(0)).Publisher);
        return publisher;
    }
}
