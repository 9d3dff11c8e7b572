using KzFacts.Api.Languages;
using KzFacts.Data.Facts;
using Microsoft.AspNetCore.Components;

namespace KzFacts.Api.Pages;

/// <summary>A page, or a part of one: it reads what it shows itself, on the lane of its visit.</summary>
public abstract class View : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    protected Visit Visit => Http.Features.Get<Visit>()!;

    protected Texts T => Visit.Texts;

    protected Language L => Visit.Language;

    protected Labels Labels => Visit.Labels;

    protected static string Iso(DateOnly? day) => $"{day:yyyy-MM-dd}";

    protected static string Spell<TWord>(TWord word) where TWord : struct, Enum => Words.Of(word);
}
