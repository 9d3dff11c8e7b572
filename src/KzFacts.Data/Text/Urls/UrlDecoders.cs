using System.Text;
using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>How wrappers encode the address that they contain.</summary>
static partial class UrlDecoders
{
    /// <summary>Decodes a target. Null if it does not contain an address.</summary>
    public delegate string? Decoder(Match wrapper, string target);

    public static Decoder Of(string name) => name switch
    {
        "" => (_, target) => target,
        "cache" => (_, target) => CacheQuery().Match(target) is { Success: true } query ? query.Groups["url"].Value : null,
        "base64" => (_, target) => Address(target),
        "embedded" => (_, target) => Address(target.Split('?')[0]),
        "proofpoint2" => (_, target) => Uri.UnescapeDataString(target.Replace('-', '%').Replace('_', '/')),
        "proofpoint3" => Proofpoint3,
        _ => throw new ArgumentException($"wrappers.txt: '{name}' is not an encoding", nameof(name)),
    };

    /// <summary>The first address in text that is encoded as base64. The parameter of Bing has two characters before it. In a
    /// message of Protocol Buffers, the length of the address stands before it.</summary>
    static string? Address(string text)
    {
        for (var skipped = 0; skipped <= Math.Min(2, text.Length); skipped++)
            if (Decoded(text[skipped..]) is { } bytes && Http().Match(Encoding.Latin1.GetString(bytes)) is { Success: true } address)
                return Length(bytes.AsSpan(0, address.Index)) is var length && length > 0 && length < address.Length
                    ? address.Value[..length] : address.Value;
        return null;
    }

    /// <summary>The bytes of base64 for addresses, as far as they are whole. Null if it is not base64.</summary>
    static byte[]? Decoded(string text)
    {
        var code = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        if (code.Length % 4 == 1) code = code[..^1];
        var bytes = new byte[code.Length];
        return Convert.TryFromBase64String(code.PadRight((code.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The number at the end of the bytes, a base 128 varint of one or two bytes. 0 if there is none.</summary>
    static int Length(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [.., >= 0x80 and var low, < 0x80 and var high] => low & 0x7f | high << 7,
        [.., < 0x80 and var only] => only,
        _ => 0,
    };

    /// <summary>Version 3 replaces special characters by stars, and has them in base64 behind the address.</summary>
    static string? Proofpoint3(Match wrapper, string target)
    {
        var key = Uri.UnescapeDataString(wrapper.Groups["key"].Value).TrimStart(';').Split('!')[0];
        var characters = Encoding.UTF8.GetString(Decoded(key) ?? []);
        var at = 0;
        return Star().Replace(target, star => at < characters.Length ? $"{characters[at++]}" : star.Value);
    }

    [GeneratedRegex(@"^cache:(?:[\w-]{8,}:)?(?<url>\S+)")]
    private static partial Regex CacheQuery();

    [GeneratedRegex("https?://[!-~]+")]
    private static partial Regex Http();

    [GeneratedRegex(@"\*|%2A")]
    private static partial Regex Star();
}
