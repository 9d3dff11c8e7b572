using System.Text.RegularExpressions;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Checking;

/// <summary>The links in a text. They are looked up, and are no part of a sentence: their numbers count nothing.</summary>
static partial class Links
{
    /// <summary>The most links of a text that are looked up.</summary>
    public const int Most = 20;

    /// <summary>The text with spaces for its links, so that all positions stay as they are.</summary>
    public static string Without(string text) => Link().Replace(text, link => new(' ', link.Length));

    /// <summary>The links whose pages are held, in the order of the text.</summary>
    public static IReadOnlyList<CheckedLink> Held(Lane lane, string text)
    {
        var urls = Link().Matches(text).Select(link => link.Value).Distinct().Where(url => WebAddress.Of(url) is not null)
            .Take(Most).ToList();
        return urls.Count == 0 ? [] : [.. Lookup.FindAll(lane, urls).Where(page => page.Document is not null)
            .Select(page => new CheckedLink { Url = page.Url, Source = FactJson.Read<Source>(page.Document) })];
    }

    [GeneratedRegex(@"(?:https?|hxxps?)(?:://|\[:\]//)[^\s<>""«»]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
