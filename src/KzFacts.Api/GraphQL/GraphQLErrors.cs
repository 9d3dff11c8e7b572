using System.Text.Json;
using GraphQL;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Errors for GraphQL clients: a message, and a code under <c>extensions</c>.</summary>
static class GraphQLErrors
{
    public const string BadUserInput = "BAD_USER_INPUT", Timeout = "TIMEOUT", TooLarge = "QUERY_TOO_LARGE",
        UnknownRevision = "UNKNOWN_REVISION", BadRequest = "BAD_REQUEST", Internal = "INTERNAL", NotFound = "NOT_FOUND";

    public static ExecutionError Refused(string message) => new(message) { Code = TooLarge };

    /// <summary>Errors as the member <c>errors</c> of the extensions, in the form of REST.</summary>
    public static Dictionary<string, object?> Extensions(IEnumerable<ParameterError> errors) =>
        new() { ["errors"] = JsonSerializer.SerializeToElement(errors, FactJson.Options) };

    public static void Translate(Action act) => Translate(() =>
    {
        act();
        return true;
    });

    public static T Translate<T>(Func<T> resolve)
    {
        try
        {
            return resolve();
        }
        catch (InvalidParametersException e)
        {
            throw new ExecutionError(e.Message)
            {
                Code = BadUserInput,
                Extensions = Extensions(e.Errors),
            };
        }
        catch (QueryTimeoutException e)
        {
            throw new ExecutionError(e.Message) { Code = Timeout };
        }
        catch (UnknownRevisionException e)
        {
            throw new ExecutionError(e.Message) { Code = UnknownRevision };
        }
    }
}
