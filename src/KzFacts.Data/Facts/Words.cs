using System.Text.Json;

namespace KzFacts.Data.Facts;

/// <summary>What the claims together say of a fact; the first that fits.</summary>
public enum Status { Retracted, Disputed, Unconfirmed, Corroborated, SingleSource }

/// <summary>What a page does with a fact: supports it; disputes it; reports a statement and says that what it says is untrue; or says that it
/// was retracted.</summary>
public enum Stance { Supports, Disputes, Rebuts, Retracts }

/// <summary>In whose voice a page says it: its own, somebody's, or as a possibility.</summary>
public enum Modality { Asserted, Attributed, Speculated }

/// <summary>How exactly the time of a fact is known.</summary>
public enum Precision { Minute, Hour, Day, Month, Year, Unknown }

/// <summary>How one fact stands to another.</summary>
public enum RelationType { CausedBy, PartOf, Follows, ResponseTo, CounterpartOf, RetractedBy, ReplacedBy }

/// <summary>The part an actor has in a fact.</summary>
public enum Role { Initiator, Participant, Target, DecisionMaker, Mediator, Speaker, Contributor, Formation, Reporter }

/// <summary>Whether the figures of independent origins can be true together.</summary>
public enum Agreement { Agree, Differ }

/// <summary>The spelling of closed words in seeds, database, REST and GraphQL: <c>TvAddress</c> is <c>tv_address</c>.</summary>
public static class Words
{
    public static string Of<TWord>(TWord word) where TWord : struct, Enum => Of(word.ToString());

    /// <summary>Reads a word back; there must be one of this spelling.</summary>
    public static TWord Read<TWord>(string word) where TWord : struct, Enum => Enum.GetValues<TWord>().First(one => Of(one) == word);

    public static IReadOnlyList<string> All(Type words) => [.. Enum.GetNames(words).Select(Of)];

    /// <summary>The spelling of a name that is known only at run time.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
