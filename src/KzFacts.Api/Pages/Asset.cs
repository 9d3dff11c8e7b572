using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace KzFacts.Api.Pages;

/// <summary>The addresses of style sheets and scripts. They change with their content, so browsers may keep the files for
/// good.</summary>
public sealed class Asset(IWebHostEnvironment environment)
{
    readonly ConcurrentDictionary<string, string?> hashes = new();

    /// <summary>The address of a file.</summary>
    /// <param name="name">Its path below the web root, such as <c>site.css</c>.</param>
    public string Of(string name) => HashOf(name) is { } hash ? $"/{name}?v={hash}" : $"/{name}";

    /// <summary>Whether a request names the present content of a file.</summary>
    public bool IsPresent(HttpRequest request) => request.Query["v"] is [{ Length: > 0 } given]
        && HashOf(request.Path.Value![1..]) == given;

    string? HashOf(string name) => hashes.GetOrAdd(name, static (name, files) =>
    {
        var file = files.GetFileInfo(name);
        if (!file.Exists) return null;
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }, environment.WebRootFileProvider);
}
