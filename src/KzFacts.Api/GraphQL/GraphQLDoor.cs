using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;

namespace KzFacts.Api.GraphQL;

/// <summary>The GraphQL interface. Everything that KzFacts uses of GraphQL.NET is in this folder.</summary>
static partial class GraphQLDoor
{
    public static void AddGraphQLDoor(this IServiceCollection services) => services.AddGraphQL(graphql => graphql
        .AddSchema<FactSchema>()
        .AddSerializer<AnswerSerializer>()
        .AddExecutionStrategy<ProjectionStrategy>(OperationType.Query)
        .AddErrorInfoProvider(errors => (errors.ExposeExceptionDetails, errors.ExposeData, errors.ExposeCodes) = (false, false, false))
        .AddUnhandledExceptionHandler(failure =>
        {
            LogFault(failure.Context?.RequestServices!.GetRequiredService<ILogger<FactSchema>>()!, failure.OriginalException);
            failure.Exception = new ExecutionError("Something went wrong here.") { Code = GraphQLErrors.Internal };
        })
        .AddValidationRule(new NestedVariables())
        .ConfigureExecution(new DocumentCache())
        .ConfigureExecution(new QueryGuard()));

    [LoggerMessage(LogLevel.Error, "A field of GraphQL failed.")]
    static partial void LogFault(ILogger log, Exception fault);

    public static void MapGraphQLDoor(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/graphql", ["GET", "HEAD", "POST"], GraphQLEndpoint.HandleAsync).ExcludeFromDescription();
        routes.MapMethods("/graphql/schema", ["GET", "HEAD"], http =>
            http.IsAnswered(http.Lease(http.RequestServices.GetRequiredService<SnapshotHost>()), "graphql") ? Task.CompletedTask
                : Results.Text(http.RequestServices.GetRequiredService<ISchema>().Print(), "application/graphql; charset=utf-8")
                    .ExecuteAsync(http)).ExcludeFromDescription();
    }
}
