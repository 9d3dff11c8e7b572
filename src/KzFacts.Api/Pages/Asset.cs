using System.Security.Cryptography;

namespace KzFacts.Api.Pages;

/// <summary>The addresses of our style sheet and script, which change with their content, so that browsers may keep them for
/// good.</summary>
public sealed class Asset(IWebHostEnvironment environment)
{
    public string Style { get; } = AddressOf(environment, "site.css");

    public string Script { get; } = AddressOf(environment, "site.js");

    static string AddressOf(IWebHostEnvironment environment, string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(name);
        if (!file.Exists) return $"/{name}";
        using var content = file.CreateReadStream();
        return $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
