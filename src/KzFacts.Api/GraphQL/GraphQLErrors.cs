using GraphQL;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Errors for GraphQL clients: a message, and a code under <c>extensions</c>.</summary>
static class GraphQLErrors
{
    public const string BadUserInput = "BAD_USER_INPUT", Timeout = "TIMEOUT", TooLarge = "QUERY_TOO_LARGE",
        UnknownRevision = "UNKNOWN_REVISION", BadRequest = "BAD_REQUEST", Internal = "INTERNAL", NotFound = "NOT_FOUND";

    public static ExecutionError Refused(string message) => new(message) { Code = TooLarge };

    /// <summary>The members of an error, as in REST: those that are absent there are absent here.</summary>
    public static Dictionary<string, object?> MembersOf(ParameterError error) => new(new KeyValuePair<string, object?>[]
    {
        new("code", ClosedWords.Of(error.Code)), new("parameter", error.Parameter), new("detail", error.Detail), new("value", error.Value),
        new("suggestion", error.Suggestion), new("hint", error.Hint),
    }.Where(member => member.Value is not null));

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
                Extensions = new()
                {
                    ["errors"] = e.Errors.Select(MembersOf)
                }
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
