using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>Content negotiation (RFC 9110, 12.5.1).</summary>
static class Negotiation
{
    /// <summary>The format of the answer: the one that the parameter <c>format</c> named, which was checked, otherwise the one
    /// that the Accept header
    /// prefers.</summary>
    /// <param name="formats">The formats of the address, the default first.</param>
    /// <exception cref="NotAcceptableException">The Accept header allows none of the formats.</exception>
    public static string Negotiate(this HttpContext http, string? format, params IReadOnlyList<string> formats) =>
        format ?? formats[http.Prefer(formats.Select(MediaTypes.ContentTypeOf))];

    /// <summary>The index of the media type that the Accept header prefers. The most specific range that matches a type gives its
    /// quality. Among types of equal quality, the one that the client names most specifically comes first, then the earlier one. A
    /// missing or malformed header allows all.</summary>
    /// <exception cref="NotAcceptableException">The header allows none of the types.</exception>
    public static int Prefer(this HttpContext http, IEnumerable<string> types)
    {
        if (StringValues.IsNullOrEmpty(http.Request.Headers.Accept)
            || !MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var ranges)) return 0;
        var (best, quality, specificity) = (-1, 0.0, -1);
        foreach (var (i, text) in types.Index())
        {
            var type = MediaTypeHeaderValue.Parse(text);
            if (ranges.Where(range => Matches(range, type)).MaxBy(Specificity) is not { } range) continue;
            var (q, s) = (range.Quality ?? 1, Specificity(range));
            if (q > quality || q > 0 && q.Equals(quality) && s > specificity) (best, quality, specificity) = (i, q, s);
        }
        return best >= 0 ? best : throw new NotAcceptableException(types);
    }

    static bool Matches(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        (range.MatchesAllTypes || range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)))
        && ParametersOf(range).All(wanted => type.Parameters.Any(own =>
            own.Name.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase)
            && own.GetUnescapedValue().Equals(wanted.GetUnescapedValue(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>The parameters of a media type. The weight q is none of them, nor is what follows it.</summary>
    static IEnumerable<NameValueHeaderValue> ParametersOf(MediaTypeHeaderValue range) =>
        range.Parameters.TakeWhile(parameter => !parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase));

    static int Specificity(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2 + ParametersOf(range).Count();
}

/// <summary>The Accept header allows none of the media types of the address.</summary>
public sealed class NotAcceptableException(IEnumerable<string> types)
    : Exception($"The Accept header allows none of the media types of this address, which are {string.Join(", ", types.Select(Bare))}.")
{
    static string Bare(string type) => type.Split(';')[0];
}
