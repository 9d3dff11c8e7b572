using System.Globalization;

namespace KzFacts.Data.Text;

/// <summary>Characters that nobody sees, and that copying brings along: soft hyphens, zero-width spaces and joiners, marks of
/// direction (Unicode category Cf).</summary>
public static class Invisible
{
    public static bool Is(char c) => c > '~' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>The text without them.</summary>
    public static string Without(string text) => text.Any(Is) ? string.Concat(text.Where(c => !Is(c))) : text;
}
