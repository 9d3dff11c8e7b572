namespace KzFacts.Api.Web;

/// <summary>Where the server listens.</summary>
static class ListenAddress
{
    /// <summary>Listens on <c>http://localhost:5080</c> unless a setting of ASP.NET Core gives an address: <c>--urls</c>,
    /// <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c>, <c>Kestrel:Endpoints</c>.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var isNamed = ((string[])["urls", "http_ports", "https_ports"]).Any(key => !string.IsNullOrEmpty(builder.Configuration[key]));
        if (!isNamed && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()) builder.WebHost.UseUrls("http://localhost:5080");
    }
}
