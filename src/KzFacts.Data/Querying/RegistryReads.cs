using System.Text;
using System.Text.Json;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Querying;

/// <summary>The statements that read the registries. Lists have a file of their own.</summary>
public static class RegistryReads
{
    /// <summary>All places.</summary>
    internal static IReadOnlyList<Place> Places(Lane lane) =>
        [.. Entries<Place>(lane, "select document, '[]' from place").Select(one => one.Item1)];

    /// <summary>All actors, each with the words for its people and its things (its demonyms).</summary>
    internal static IReadOnlyList<(Actor Actor, IReadOnlyList<string> Demonyms)> Actors(Lane lane) =>
        Entries<Actor>(lane, "select document, demonyms from actor");

    /// <summary>All words, each with the expressions by which a sentence speaks of it.</summary>
    internal static IReadOnlyList<(Word Word, IReadOnlyList<string> Cues)> Words(Lane lane) =>
        Entries<Word>(lane, "select document, cues from word");

    /// <summary>The groups that a sentence need not name.</summary>
    internal static IReadOnlyList<string> ImpliedGroups(Lane lane) =>
        lane.Texts("select key from word where registry = 'group' and implied = 1");

    static List<(T, IReadOnlyList<string>)> Entries<T>(Lane lane, string sql)
    {
        List<(T, IReadOnlyList<string>)> entries = [];
        lane.ForEach(sql, null, row => entries.Add((FactJson.Read<T>(row.Utf8(0)), FactJson.Read<List<string>>(row.Utf8(1)))));
        return entries;
    }

    /// <summary>The word of a registry that most facts use. Null if no fact uses one.</summary>
    public static string? MostUsedWord(Lane lane, string registry) => lane.Texts(
        "select key from word where registry = @registry order by document ->> '$.factCount' desc, row limit 1",
            new { registry }) is [var word] ? word : null;

    /// <summary>The labels of a word, such as <c>topic.economy</c>. Null if the id is unknown.</summary>
    internal static LocalNames? LabelsOfWord(Lane lane, string id) =>
        Names(lane, "select document ->> '$.labels' from word where id = @id", id);

    internal static LocalNames? NamesOfPlace(Lane lane, string id) =>
        Names(lane, "select document ->> '$.names' from place where id = @id", id);

    internal static LocalNames? NamesOfActor(Lane lane, string id) =>
        Names(lane, "select document ->> '$.names' from actor where id = @id", id);

    static LocalNames? Names(Lane lane, string sql, string id) =>
        lane.Texts(sql, new { id }) is [var json] ? FactJson.Read<LocalNames>(Encoding.UTF8.GetBytes(json)) : null;

    /// <summary>Whether an actor is a person.</summary>
    public static bool IsPerson(Lane lane, string actor) =>
        lane.Exists("select 1 from actor where id = @actor and kind = 'person'", new { actor });

    /// <summary>The languages of the sources as ISO 639-1 codes, in order.</summary>
    public static IReadOnlyList<string> LanguagesOfSources(Lane lane) =>
        lane.Texts("select distinct language from source order by language");

    /// <summary>The ids of the actors that contribute to a present deployment.</summary>
    public static IReadOnlyList<string> Contributors(Lane lane) =>
        lane.Texts("select distinct contributor from fact where current = 1 and contributor is not null");

    /// <summary>Calls <paramref name="each"/> with the id and the document of each entry that exists.</summary>
    /// <param name="registry">actor, place or source.</param>
    public static void Documents(Lane lane, string registry, IReadOnlyList<string> ids, Action<Row> each) => lane.ForEach(
        registry switch
        {
            "actor" => "select id, document from actor where id in (select value from json_each(@ids))",
            "place" => "select id, document from place where id in (select value from json_each(@ids))",
            "source" => "select id, document from source where id in (select value from json_each(@ids))",
            _ => throw new ArgumentOutOfRangeException(nameof(registry), registry, "There is no such registry."),
        },
        new { ids = JsonSerializer.Serialize(ids) }, each);
}
