using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>Takes an address out of what people paste: with brackets, quotation marks or punctuation around it, as a link of Markdown, with
/// HTML entities, broken over lines, or written so that it cannot be followed (<c>hxxps</c>, <c>[.]</c>).</summary>
static partial class PastedAddress
{
    const string Opening = "([{<«“„‘\"'`*", Closing = ")]}>»”“’\"'`*.,;:!…|";

    static readonly Dictionary<char, char> Pairs = new() { [')'] = '(', [']'] = '[', ['}'] = '{' };

    public static string Clean(string given)
    {
        var text = Breaks().Replace(Invisible.Without(given), "").Trim();
        if (MarkdownLink().Match(text) is { Success: true } link) text = link.Groups["url"].Value;
        text = text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase).Replace("&#38;", "&", StringComparison.Ordinal);
        text = Unbracketed(text);
        if (text.StartsWith("view-source:", StringComparison.OrdinalIgnoreCase)) text = text["view-source:".Length..];
        text = Defanged().Replace(text, match => match.Groups["scheme"].Success ? $"http{match.Groups["s"].Value}://" : ".");
        return Slashes().Replace(text, match => $"{match.Groups["scheme"].Value}://");
    }

    /// <summary>Without punctuation around it. A closing bracket stays if the address has opened it.</summary>
    static string Unbracketed(string text)
    {
        text = text.TrimStart([.. Opening, ' ']);
        while (text.Length > 0 && (text[^1] == ' ' || Closing.Contains(text[^1])) && !IsPaired(text)) text = text[..^1];
        return text;
    }

    static bool IsPaired(string text) =>
        Pairs.TryGetValue(text[^1], out var opening) && text.Count(c => c == opening) >= text.Count(c => c == text[^1]);

    /// <summary>Tabs and line breaks mean nothing within an address (WHATWG URL, 4.4), nor do spaces that wrap a long line.</summary>
    [GeneratedRegex(@"[\t\r\n]+ *")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"^[^\s\[]*\[[^\]]*\]\(<?(?<url>[^\s<>]+?)>?(?:\s+""[^""]*"")?\)\W*$")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(
        @"^(?<scheme>hxxp|h\*\*p|http)(?<s>s?)(?:\[:\]//|\[://\]|://|:\\\\)|(?<=[\w-])(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))(?=\w)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Defanged();

    [GeneratedRegex(@"^(?<scheme>https?):[/\\]*(?=[^/\\])", RegexOptions.IgnoreCase)]
    private static partial Regex Slashes();
}
