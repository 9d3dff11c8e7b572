using System.Net.Mime;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using Request = GraphQL.Transport.GraphQLRequest;

namespace KzFacts.Api.GraphQL;

/// <summary>GraphQL over HTTP, as the audit of the npm package <c>graphql-http</c> demands: GET and POST, content negotiation,
/// status codes.</summary>
static class GraphQLEndpoint
{
    public const int MostBytes = 64 * 1024;

    const string ResponseJson = "application/graphql-response+json; charset=utf-8", Json = "application/json; charset=utf-8";

    /// <summary>The media types of answers, the one for wildcards first.</summary>
    static readonly string[] Types = [Json, ResponseJson];

    public static async Task HandleAsync(HttpContext http)
    {
        T Service<T>() where T : notnull => http.RequestServices.GetRequiredService<T>();
        var serializer = (AnswerSerializer)Service<IGraphQLTextSerializer>();
        string type;
        try
        {
            type = Types[http.Prefer(Types)];
        }
        catch (NotAcceptableException e)
        {
            await FailAsync(http, Json, 406, e.Message);
            return;
        }
        var isGet = !HttpMethods.IsPost(http.Request.Method);
        Request request;
        try
        {
            request = isGet ? FromQuery(http.Request.Query, serializer) : await FromBodyAsync(http, serializer);
        }
        catch (Refusal refusal)
        {
            await FailAsync(http, type, refusal.Status, refusal.Message);
            return;
        }
        // The reader throws an InvalidOperationException if a string is not text: half of a surrogate pair, or invalid UTF-8.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            await FailAsync(http, type, 400, e is JsonException { LineNumber: { } line, BytePositionInLine: { } at }
                ? $"The request is not JSON in UTF-8: line {line + 1}, byte {at + 1}." : "The request holds a text that is not Unicode.");
            return;
        }
        catch (BadHttpRequestException e)
        {
            await FailAsync(http, type, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge : Problems.KindOf(e).Cause);
            return;
        }
        catch (UnsupportedMediaTypeException e)
        {
            e.SetHeaders(http.Response.Headers);
            await FailAsync(http, type, 415, e.Message);
            return;
        }
        var snapshot = http.Lease(Service<SnapshotHost>());
        var lane = await Service<SnapshotHost>().RentAsync(snapshot, Work.Costly, http.RequestAborted);
        ExecutionResult result;
        using (lane) result = await Service<IDocumentExecuter>().ExecuteAsync(new()
        {
            Query = request.Query, OperationName = request.OperationName, Variables = request.Variables, Extensions = request.Extensions,
            Schema = Service<ISchema>(), RequestServices = http.RequestServices,
            UserContext = new GraphQLRequest(snapshot, lane, http.PublicUrl()), CancellationToken = http.RequestAborted,
            ValidationRules = isGet ? GetRules : null,
        });
        if (result.Errors?.OfType<MethodError>().Any() is true)
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "POST";
        }
        else if (!result.Executed && type == ResponseJson) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        (http.Response.Headers.Vary, http.Response.Headers.CacheControl) = ("Accept, Accept-Encoding", "no-store");
        if (isGet && result is { Executed: true, Errors: null or { Count: 0 } }
            && http.IsAnswered(snapshot, type == Json ? "json" : "graphql", snapshot.State.CompiledAt))
            return;
        new QueryAdvice(Service<ISchema>(), request.Query!, result).Add();
        Bound(result);
        using var answer = AnswerBuffer.New();
        serializer.Write(answer, result);
        await http.SendBytesAsync(answer.WrittenMemory, type);
    }

    /// <summary>The most errors that are reported for one query, as in graphql-js.</summary>
    const int MostErrors = 100;

    static void Bound(ExecutionResult result)
    {
        if (result.Errors is not { Count: > MostErrors } errors) return;
        result.Errors = [.. errors.Take(MostErrors), GraphQLErrors.Refused($"There are {errors.Count - MostErrors} more errors.")];
    }

    static readonly string TooLarge = $"The request is larger than {MostBytes} bytes.";

    static Request FromQuery(IQueryCollection query, IGraphQLTextSerializer serializer)
    {
        string? One(string name) => query[name] switch
        {
            { Count: > 1 } => throw new Refusal(400, $"'{name}' is given more than once."),
            [{ Length: > 0 } value] => value,
            _ => null,
        };
        Inputs? Map(string name)
        {
            if (One(name) is not { } text) return null;
            using var json = JsonDocument.Parse(text);
            return MapOf(json.RootElement, name, serializer);
        }
        return new()
        {
            Query = One("query") ?? throw new Refusal(400, "'query' is missing."), OperationName = One("operationName"),
            Variables = Map("variables"), Extensions = Map("extensions")
        };
    }

    static async Task<Request> FromBodyAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        http.TypeOfBody(MediaTypeNames.Application.Json);
        JsonBody.Bound(http, MostBytes);
        using var json = await JsonDocument.ParseAsync(http.Request.Body, new() { MaxDepth = 32 }, http.RequestAborted);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new Refusal(400, "The request must be a JSON object.");
        string? Text(string name) => !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new Refusal(400, $"'{name}' must be a string.");
        Inputs? Map(string name) => root.TryGetProperty(name, out var value) ? MapOf(value, name, serializer) : null;
        return new()
        {
            Query = Text("query") ?? throw new Refusal(400, "'query' is missing."), OperationName = Text("operationName"),
            Variables = Map("variables"), Extensions = Map("extensions")
        };
    }

    static Inputs? MapOf(JsonElement value, string name, IGraphQLTextSerializer serializer) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => serializer.ReadNode<Inputs>(value),
        _ => throw new Refusal(400, $"'{name}' must be an object."),
    };

    static Task FailAsync(HttpContext http, string type, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        (http.Response.Headers.Vary, http.Response.Headers.CacheControl) = ("Accept, Accept-Encoding", "no-store");
        return http.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            errors =
            new[] { new { message, extensions = new { code = status == 413 ? GraphQLErrors.TooLarge : GraphQLErrors.BadRequest } } }
        }),
            http.RequestAborted);
    }

    sealed class Refusal(int status, string message) : Exception(message)
    {
        public int Status => status;
    }

    static readonly IValidationRule[] GetRules = [.. DocumentValidator.CoreRules, new OnlyQueries()];

    sealed class MethodError(ValidationContext context, ASTNode node)
        : ValidationError(context.Document.Source, "HTTP_METHOD_VALIDATION", "Only queries may be sent with GET.", node);

    sealed class OnlyQueries : ValidationRuleBase, INodeVisitor
    {
        public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

        public ValueTask EnterAsync(ASTNode node, ValidationContext context)
        {
            if (ReferenceEquals(node, context.Operation) && context.Operation.Operation != OperationType.Query)
                context.ReportError(new MethodError(context, node));
            return default;
        }

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }
}
