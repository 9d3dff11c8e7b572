using System.Text.Json;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Finds the words of a query in the texts of a fact, folded as in the index.</summary>
static class Snippets
{
    /// <summary>The texts that contain terms: title, summary and quote, and other texts if they show a term that is not yet
    /// shown.</summary>
    /// <param name="row">The finished JSON of a fact, without and with its claims.</param>
    public static List<Snippet> Of(Row row, IReadOnlyList<Term> terms)
    {
        List<Snippet> snippets = [];
        HashSet<Term> shown = [];
        Add(row.Utf8(0), OwnTexts);
        if (shown.Count < terms.Count) Add(row.Utf8(1), TextsOfPages);
        return snippets;

        void Add(ReadOnlySpan<byte> json, Func<JsonElement, IEnumerable<(SnippetField Field, string? Text, string? Source)>> texts)
        {
            using var fact = JsonDocument.Parse(json.ToArray());
            foreach (var (field, text, source) in texts(fact.RootElement))
            {
                var (isLesser, before) = (field > SnippetField.Quote, shown.Count);
                if (text is null || (isLesser && before == terms.Count)) continue;
                var highlights = Highlights(text, terms, shown);
                if (isLesser ? shown.Count > before : highlights.Count > 0)
                    snippets.Add(new() { Field = field, Text = text, Highlights = highlights, Source = source });
            }
        }
    }

    static List<Highlight> Highlights(string text, IReadOnlyList<Term> terms, HashSet<Term> shown)
    {
        List<FoldedWord> words = [.. Folding.Spans(text)];
        List<Highlight> highlights = [];
        var marked = 0; // earlier words are finished
        for (var i = 0; i < words.Count; i++)
        {
            var longest = 0;
            foreach (var term in terms)
                if (term.At(words, i) is > 0 and var length)
                {
                    shown.Add(term);
                    longest = Math.Max(longest, length);
                }
            if (longest == 0 || i < marked) continue;
            marked = i + longest;
            var last = words[marked - 1];
            highlights.Add(new() { Start = words[i].Start, Length = last.Start + last.Length - words[i].Start });
        }
        return highlights;
    }

    static IEnumerable<(SnippetField Field, string? Text, string? Source)> OwnTexts(JsonElement fact)
    {
        yield return (SnippetField.Title, Text(fact, "title"), null);
        yield return (SnippetField.Summary, Text(fact, "summary"), null);
        if (fact.TryGetProperty("quote", out var quote)) yield return (SnippetField.Quote, Text(quote, "text"), null);
        yield return (SnippetField.Equipment, Text(fact, "equipment"), null);
        yield return (SnippetField.LegalBasis, Text(fact, "legalBasis"), null);
        foreach (var place in fact.GetProperty("places").EnumerateArray()) yield return (SnippetField.Place, Text(place, "name"), null);
        foreach (var part in fact.GetProperty("actors").EnumerateArray())
            yield return (SnippetField.Actor, Text(part.GetProperty("actor"), "name"), null);
    }

    static IEnumerable<(SnippetField Field, string? Text, string? Source)> TextsOfPages(JsonElement fact)
    {
        foreach (var claim in fact.GetProperty("claims").EnumerateArray())
        {
            var (source, evidence) = (claim.GetProperty("source"), claim.GetProperty("evidence"));
            var (start, end) = (Text(evidence, "start"), Text(evidence, "end"));
            yield return (SnippetField.Evidence, start == end ? start : $"{start} … {end}", Text(source, "id"));
            yield return (SnippetField.Headline, Text(source, "title"), Text(source, "id"));
        }
    }

    static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value.GetString() : null;
}
