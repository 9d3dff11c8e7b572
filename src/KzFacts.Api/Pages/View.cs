using KzFacts.Api.Kinds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Languages;
using Microsoft.AspNetCore.Components;

namespace KzFacts.Api.Pages;

/// <summary>A page or a part of a page. It reads its content itself, on the lane of its visit.</summary>
public abstract class View : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    protected Visit Visit => Http.Features.Get<Visit>()!;

    protected PageTexts T => Visit.Language.Pages;

    protected Language L => Visit.Language;

    protected LocalLabels Labels => Visit.Labels;

    /// <summary>The crisis that the snapshot is about.</summary>
    protected Crisis Crisis => Visit.Snapshot.Crisis;

    /// <summary>The lang attribute of a text. Null if the text is in the language of the page.</summary>
    protected string? LanguageOf((string Text, string Code) text) => text.Code == L.Code ? null : text.Code;

    protected static string Iso(DateOnly? day) => $"{day:yyyy-MM-dd}";

    protected static string Spell<TWord>(TWord word) where TWord : struct, Enum => ClosedWords.Of(word);
}
