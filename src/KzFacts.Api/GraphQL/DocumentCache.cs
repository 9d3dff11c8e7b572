using GraphQL;
using GraphQL.DI;
using GraphQL.Validation;
using GraphQLParser.AST;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Parses and validates each document once. Variables are coerced for each request, and the rule for GET is applied each
/// time.</summary>
sealed class DocumentCache : IConfigureExecution
{
    const int MostBytes = 16 << 20;

    /// <summary>The approximate memory for each character of a parsed and compiled query.</summary>
    const int BytesOfCharacter = 50;

    readonly SizedCache<string, GraphQLDocument> valid = new("graphql.documents", MostBytes);

    public float SortOrder => 50; // before the guard: cached documents have passed it

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } query) return await next(options);
        if (valid.TryGet(query, out var document))
        {
            options.Document = document;
            options.ValidationRules = [.. options.ValidationRules?.Except(DocumentValidator.CoreRules)
                ?? [], .. options.CachedDocumentValidationRules ?? []];
            return await next(options);
        }
        var result = await next(options);
        if (result.Executed && result.Document is not null) valid.Add(query, result.Document, BytesOfCharacter * query.Length);
        return result;
    }
}
