using System.Text;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Requests by number.</summary>
interface IGeneratedRequests
{
    GeneratedRequest Of(int seed);
}

/// <summary>A generated request. Its text can be sent again.</summary>
sealed record GeneratedRequest(string Method, string Path, string? Body = null, string? Type = null, string? Accept = null)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new(Method), new Uri(Path, UriKind.Relative));
        if (Accept is not null) message.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        message.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        return message;
    }
}
