using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Compiler.Seeds;

/// <summary>Something that is wrong with a field of an entry, to be reported at the field's line.</summary>
public sealed record FieldProblem(string Field, string Message, string? Hint = null);

/// <summary>An entry of a seed file.</summary>
public abstract record SeedEntry
{
    /// <summary>What its fields, each of the right type, may still have wrong.</summary>
    public virtual IEnumerable<FieldProblem> Problems() => [];
}

/// <summary>An entry that others refer to by its id.</summary>
public abstract record SeedNamed : SeedEntry
{
    public required string Id { get; init; }

    public override IEnumerable<FieldProblem> Problems()
    {
        if (!IsId(Id)) yield return new("id", $"'{Id}' is no id", "lower-case letters and digits, in words joined by hyphens");
    }

    protected static bool IsId(string text) =>
        text.Length is > 0 and <= 100 && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    protected static IEnumerable<FieldProblem> WikidataProblems(string? wikidata)
    {
        if (wikidata is not null && (wikidata.Length < 2 || wikidata[0] != 'Q' || !wikidata.AsSpan(1).ContainsAnyInRange('0', '9')
            || wikidata[1..].Any(c => !char.IsAsciiDigit(c))))
            yield return new("wikidata", $"'{wikidata}' is no Wikidata item", "Q and digits, such as Q35493");
    }
}

/// <summary>A page that makes claims.</summary>
public sealed record SeedSource : SeedNamed
{
    /// <summary>As seen; the first is the one to show.</summary>
    public required List<string> Urls { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The house the publisher belongs to; absent where it stands alone.</summary>
    public string? PublisherGroup { get; init; }

    /// <summary>Whose report the page copies or retells by name.</summary>
    public string? SyndicatedFrom { get; init; }

    /// <summary>The groups behind the text; absent where nobody examined whose report it is.</summary>
    public List<string> OriginGroups { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required SourceKind Kind { get; init; }

    public PartialDate? Published { get; init; }

    /// <summary>A day by which it is proven to have been published.</summary>
    public DateOnly? PublishedBy { get; init; }

    /// <summary>The day on which the page was read for the seeds.</summary>
    public required DateOnly Accessed { get; init; }

    public string Group => PublisherGroup ?? Publisher;

    /// <summary>The day by which the page is proven to have been published: of a partial date the last day that it can mean. Null without
    /// proof.</summary>
    public DateOnly? Reported => (Published?.Last, PublishedBy) switch
    {
        ({ } published, { } by) => published < by ? published : by,
        var (published, by) => published ?? by,
    };

    /// <summary>The day from which its claims count: that of publication, or else that of access.</summary>
    public DateOnly KnownFrom => Reported is { } day && day < Accessed ? day : Accessed;

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        foreach (var url in Urls.GroupBy(url => url).Where(group => group.Count() > 1))
            yield return new("urls", $"'{url.Key}' stands twice");
        if (Urls.Count == 0) yield return new("urls", "a source has at least one address");
        foreach (var url in Urls)
            if (!url.StartsWith("http", StringComparison.Ordinal) || WebAddress.Of(url) is null)
                yield return new("urls", $"'{url}' is no address of a web page", "http:// or https:// and a host");
        if (Published?.First > Accessed)
            yield return new("accessed", $"{Accessed:yyyy-MM-dd} lies before the page was published, {Published}");
        if (PublishedBy > Accessed)
            yield return new("publishedBy", $"{PublishedBy:yyyy-MM-dd} lies after the page was read, {Accessed:yyyy-MM-dd}");
        if (Language.Length != 2 || !Language.All(char.IsAsciiLetterLower))
            yield return new("language", $"'{Language}' is no ISO 639-1 code", "two lower-case letters");
    }
}

/// <summary>A person, body, unit or group.</summary>
public sealed record SeedActor : SeedNamed
{
    public required ActorKind Kind { get; init; }

    public required LocalNames Names { get; init; }

    /// <summary>Other spellings met in sources.</summary>
    public List<string> Aliases { get; init; } = [];

    /// <summary>Who or what it is, with the role held at the time.</summary>
    public string? Description { get; init; }

    /// <summary>Actors it belonged to.</summary>
    public List<string> Affiliations { get; init; } = [];

    public string? Wikidata { get; init; }

    /// <summary>What its people, and what is theirs, are called, where that does not begin as its name does; * stands for any
    /// ending.</summary>
    public List<string> Demonyms { get; init; } = [];

    public ActorReference Reference => new() { Id = Id, Name = Names.En };

    public override IEnumerable<FieldProblem> Problems() => base.Problems().Concat(WikidataProblems(Wikidata));
}

/// <summary>A place.</summary>
public sealed record SeedPlace : SeedNamed
{
    public required PlaceKind Kind { get; init; }

    public required LocalNames Names { get; init; }

    /// <summary>Other spellings and former names.</summary>
    public List<string> Aliases { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; absent for the world.</summary>
    public string? Country { get; init; }

    /// <summary>The place it lies in.</summary>
    public string? Parent { get; init; }

    /// <summary>WGS 84 degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>WGS 84 degrees.</summary>
    public double? Longitude { get; init; }

    public string? Wikidata { get; init; }

    /// <summary>The IANA time zone; absent where it is that of the place around it.</summary>
    public string? Zone { get; init; }

    public PlaceReference Reference => new() { Id = Id, Name = Names.En, Latitude = Latitude, Longitude = Longitude };

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems().Concat(WikidataProblems(Wikidata))) yield return problem;
        if (Country is not null && (Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper)))
            yield return new("country", $"'{Country}' is no ISO 3166-1 code", "two capital letters, such as AT");
        foreach (var problem in LocalTimes.ZoneProblems("zone", Zone)) yield return problem;
        if (Latitude is null != Longitude is null)
            yield return new(Latitude is null ? "longitude" : "latitude", "latitude and longitude go together");
        if (Math.Abs(Latitude ?? 0) > 90) yield return new("latitude", $"{Latitude} is no latitude", "-90 to 90 degrees");
        if (Math.Abs(Longitude ?? 0) > 180) yield return new("longitude", $"{Longitude} is no longitude", "-180 to 180 degrees");
    }
}

/// <summary>A word of an open registry.</summary>
public sealed record SeedWord : SeedEntry
{
    /// <summary>The registry: commodity, currency, group, operation, price_measure, toll_measure, topic or unit.</summary>
    public required string Registry { get; init; }

    /// <summary>The word as facts spell it.</summary>
    public required string Key { get; init; }

    public required LocalNames Labels { get; init; }

    /// <summary>Words by which a sentence is known to speak of it, besides its labels; * stands for any ending, + joins words that stand in
    /// one part of a sentence.</summary>
    public List<string> Cues { get; init; } = [];

    /// <summary>Of a group: whether a sentence need not name it, as what is counted says it.</summary>
    public bool Implied { get; init; }

    public string Id => $"{Registry}.{Key}";

    public override IEnumerable<FieldProblem> Problems()
    {
        var registries = Parameter.Of(typeof(WordFilter)).Single(parameter =>
            parameter.Name == "registry").Constraints.OfType<ChoiceAttribute>().Single().Values;
        if (!registries.Contains(Registry))
            yield return new("registry", $"unknown registry '{Registry}'", Suggestion.Among(registries, Registry)
                ?? $"one of {string.Join(", ", registries)}");
    }
}

/// <summary>A fact that was taken out of the seeds.</summary>
public sealed record SeedRemoved : SeedNamed
{
    public required DateOnly Day { get; init; }

    /// <summary>Why, in a sentence for those who used it.</summary>
    public required string Reason { get; init; }
}

/// <summary>What is known of a publisher, beside its name.</summary>
public sealed record SeedPublisher : SeedEntry
{
    /// <summary>As the sources spell it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it prints what others reported: a translator, an aggregator, an encyclopedia.</summary>
    public bool Republishes { get; init; }
}
