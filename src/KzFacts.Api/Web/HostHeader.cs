using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KzFacts.Api.Serving;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Web;

/// <summary>The address under which a client reached the server.</summary>
static partial class HostHeader
{
    /// <summary>Refuses a Host header that cannot be part of an address (RFC 9110, 7.2), because links are built from it. HTTP/1.0
    /// allows a request without one; it gets the address on which the server listens.</summary>
    public static void UseHost(this WebApplication app) => app.Use((http, next) =>
    {
        var given = http.Request.Headers.Host.ToString(); // Request.Host throws if it is invalid
        if (given.Length == 0) http.Request.Host = OwnHost(http.Connection);
        else if (!IsHost(given))
        {
            http.Request.Host = OwnHost(http.Connection); // the answer has links too
            return Problems.WriteAsync(http, ProblemKinds.InvalidParameters, "The Host header is not a host.",
                [new(ErrorCode.Malformed, "Host", "it is not a host name or IP address, with or without a port.", given,
                    Hint: "such as localhost:5080")]);
        }
        return next(http);
    });

    /// <summary>The address under which clients reach the server, without a trailing slash.</summary>
    public static string PublicUrl(this HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<ServerOptions>>().Value.PublicUrl?.TrimEnd('/')
            ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <summary>Serves under the path of the public address, whether a proxy passes that path on or removes it.</summary>
    public static void UsePublicPath(this WebApplication app)
    {
        var setting = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.PublicUrl;
        var path = setting is null ? "" : new Uri(setting).AbsolutePath.TrimEnd('/');
        if (path.Length == 0) return;
        app.UsePathBase(path);
        app.Use((http, next) =>
        {
            http.Request.PathBase = path;
            return next(http);
        });
    }

    static HostString OwnHost(ConnectionInfo connection) =>
        connection.LocalIpAddress is { } address
            ? new(new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, connection.LocalPort).ToString())
            : new("localhost");

    static bool IsHost(string given)
    {
        if (Host().Match(given) is not { Success: true } match) return false;
        if (match.Groups["port"] is { Success: true, Value: var port } && int.Parse(port, CultureInfo.InvariantCulture) > ushort.MaxValue)
            return false;
        try
        {
            // Invalid punycode fails only when the address is built.
            return Uri.TryCreate($"http://{given}/", UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0
                && HostString.FromUriComponent(given).ToUriComponent().Length > 0;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?<port>[0-9]{1,5}))?\z")]
    private static partial Regex Host();
}
