using KzFacts.Compiler.Seeds;
using KzFacts.Data.Registries;
using KzFacts.Languages;

namespace KzFacts.Compiler.Derivation;

/// <summary>The labels of one language for a generated title. A title is complete or not made at all, so this remembers whether a
/// label was missing.</summary>
public sealed class TitleLabels(Registries names, Language language)
{
    bool isComplete = true;

    public string Word(string registry, string key) => In(names.WordOf(registry, key).Labels);

    /// <summary>The label of a word, capitalised for the beginning of a title.</summary>
    public string Capital(string registry, string key) =>
        Word(registry, key) is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest}" : "";

    public string Actor(string id) => In(names.Actors[id].Names);

    public string Place(string id) => In(names.Places[id].Names);

    string In(LocalNames all)
    {
        var name = all.In(language.Code);
        isComplete &= name is not null;
        return name ?? "";
    }

    /// <summary>The title in every language that has all its labels.</summary>
    public static LocalNames TitlesIn(Registries names, Func<Language, TitleLabels, string> title)
    {
        var titles = Language.All.ToDictionary(language => language.Code, language =>
        {
            var labels = new TitleLabels(names, language);
            var text = title(language, labels);
            return labels.isComplete ? text : null;
        });
        return LocalNames.Of(code => titles.GetValueOrDefault(code));
    }
}
