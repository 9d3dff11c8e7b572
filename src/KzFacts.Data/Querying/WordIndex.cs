namespace KzFacts.Data.Querying;

/// <summary>The words of the facts' full text, and how many facts have each.</summary>
static class WordIndex
{
    /// <summary>U+10FFFF comes after every letter, so this is a range of the index.</summary>
    const string Beginning = "term >= @beginning and term < @beginning || char(1114111)";

    /// <summary>How many facts have a word.</summary>
    public static long Count(Lane lane, string word) => lane.Number("select doc from fact_word where term = @word", new { word });

    /// <summary>How many facts have words with this beginning, counted for each word.</summary>
    public static long CountBeginning(Lane lane, string beginning) =>
        lane.Number($"select coalesce(sum(doc), 0) from fact_word where {Beginning}", new { beginning });

    /// <summary>Whether a fact has a word with this beginning.</summary>
    public static bool HasBeginning(Lane lane, string beginning) =>
        lane.Exists($"select 1 from fact_word where {Beginning} limit 1", new { beginning });

    /// <summary>Calls <paramref name="each"/> for each word with this beginning: the word, and how many facts have it.</summary>
    public static void EachBeginning(Lane lane, string beginning, Action<Row> each) =>
        lane.ForEach($"select term, doc from fact_word where {Beginning}", new { beginning }, each);
}
