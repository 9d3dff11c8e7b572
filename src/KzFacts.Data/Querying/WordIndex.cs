namespace KzFacts.Data.Querying;

/// <summary>The words of the facts' full-text index, and the number of facts that contain each.</summary>
static class WordIndex
{
    /// <summary>U+10FFFF sorts after every letter, so this is a range of the index.</summary>
    const string Beginning = "term >= @beginning and term < @beginning || char(1114111)";

    /// <summary>The number of facts that contain a word.</summary>
    public static long Count(Lane lane, string word) => lane.Number("select doc from fact_word where term = @word", new { word });

    /// <summary>The sum, over all words with this beginning, of the facts that contain each.</summary>
    public static long CountBeginning(Lane lane, string beginning) =>
        lane.Number($"select coalesce(sum(doc), 0) from fact_word where {Beginning}", new { beginning });

    /// <summary>Whether a fact contains a word with this beginning.</summary>
    public static bool HasBeginning(Lane lane, string beginning) =>
        lane.Exists($"select 1 from fact_word where {Beginning} limit 1", new { beginning });

    /// <summary>Calls <paramref name="each"/> for each word with this beginning: the word, and the number of facts that contain
    /// it.</summary>
    public static void EachBeginning(Lane lane, string beginning, Action<Row> each) =>
        lane.ForEach($"select term, doc from fact_word where {Beginning}", new { beginning }, each);
}
