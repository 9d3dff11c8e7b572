using KzFacts.Data.Querying;
using KzFacts.Languages;

namespace KzFacts.Api.Charts;

/// <summary>The code of a language that pages and charts have.</summary>
public sealed class LanguageCodeAttribute() : ChoiceAttribute([.. Language.All.Select(language => language.Code)]);
