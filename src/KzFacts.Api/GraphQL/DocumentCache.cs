using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DI;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace KzFacts.Api.GraphQL;

/// <summary>Parses and validates each document once. Variables are still coerced, and a GET's own rule still applied, each time.</summary>
sealed class DocumentCache : IConfigureExecution
{
    const int MostDocuments = 1000;

    readonly ConcurrentDictionary<string, GraphQLDocument> valid = new(StringComparer.Ordinal);

    public float SortOrder => 50; // before the guard: what is here has passed it

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } query) return await next(options);
        if (valid.TryGetValue(query, out var document))
        {
            options.Document = document;
            options.ValidationRules = [.. options.ValidationRules?.Except(DocumentValidator.CoreRules) ?? [], .. options.CachedDocumentValidationRules ?? []];
            return await next(options);
        }
        var result = await next(options);
        if (result.Executed && result.Document is not null)
        {
            if (valid.Count >= MostDocuments) valid.Clear();
            valid.TryAdd(query, result.Document);
        }
        return result;
    }
}
