using System.Security.Cryptography;

namespace KzFacts.Api.Pages;

/// <summary>The addresses of the style sheet and the script. They change with their content, so browsers may keep the files for
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
