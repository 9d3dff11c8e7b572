using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Compiler.Seeds;

/// <summary>An error in a field of an entry. It is reported with the field's line.</summary>
public sealed record FieldProblem(string Field, string Message, string? Hint = null);

/// <summary>An entry of a seed file.</summary>
public abstract record SeedEntry
{
    /// <summary>Errors that remain although each field has the right type.</summary>
    public virtual IEnumerable<FieldProblem> Problems() => [];
}

/// <summary>An entry with an id, to which others refer.</summary>
public abstract record SeedNamed : SeedEntry
{
    public required string Id { get; init; }

    public override IEnumerable<FieldProblem> Problems()
    {
        if (!IsId(Id)) yield return new("id", $"'{Id}' is not an id", "lower-case letters and digits, in words joined by hyphens");
    }

    protected static bool IsId(string text) =>
        text.Length is > 0 and <= 100 && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    protected static IEnumerable<FieldProblem> WikidataProblems(string? wikidata)
    {
        if (wikidata is not null && (wikidata.Length < 2 || wikidata[0] != 'Q' || !wikidata.AsSpan(1).ContainsAnyInRange('0', '9')
            || wikidata[1..].Any(c => !char.IsAsciiDigit(c))))
            yield return new("wikidata", $"'{wikidata}' is not a Wikidata item", "Q and digits, such as Q35493");
    }
}

/// <summary>A page that makes claims.</summary>
public sealed record SeedSource : SeedNamed
{
    /// <summary>Addresses as seen. The first is the one to show.</summary>
    public required List<string> Urls { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The media group of the publisher. Absent if it is independent.</summary>
    public string? PublisherGroup { get; init; }

    /// <summary>The publisher whose report the page copies or retells by name.</summary>
    public string? SyndicatedFrom { get; init; }

    /// <summary>The origin groups behind the text. Absent if nobody has examined whose report it is.</summary>
    public List<string> OriginGroups { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required SourceKind Kind { get; init; }

    public PartialDate? Published { get; init; }

    /// <summary>A day by which it is proven to have been published.</summary>
    public DateOnly? PublishedBy { get; init; }

    /// <summary>The words of the page, or of another page about it, that prove the day. Absent if the address or the dateline
    /// does.</summary>
    public string? DateProof { get; init; }

    /// <summary>The day on which the page was read for the seeds.</summary>
    public required DateOnly Accessed { get; init; }

    public string Group => PublisherGroup ?? Publisher;

    /// <summary>The day by which the page is proven to have been published. For a partial date, the last day that it can mean. Null
    /// without proof.</summary>
    public DateOnly? Reported => (Published?.Last, PublishedBy) switch
    {
        ({ } published, { } by) => published < by ? published : by,
        var (published, by) => published ?? by,
    };

    /// <summary>The first day on which its claims count: the day of publication, or else the day of access.</summary>
    public DateOnly KnownFrom => Reported is { } day && day < Accessed ? day : Accessed;

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        foreach (var url in Urls.GroupBy(url => url).Where(group => group.Count() > 1))
            yield return new("urls", $"'{url.Key}' stands twice");
        if (Urls.Count == 0) yield return new("urls", "a source has at least one address");
        foreach (var url in Urls)
            if (!url.StartsWith("http", StringComparison.Ordinal) || WebAddress.Of(url) is not { } address)
                yield return new("urls", $"'{url}' is not the address of a web page", "http:// or https:// and a host");
            else if (!address.IsPublic)
                yield return new("urls", $"'{url}' is not the public address of its page", $"https://{address.Key}");
        if (Published?.First > Accessed)
            yield return new("accessed", $"{Accessed:yyyy-MM-dd} lies before the page was published, {Published}");
        if (PublishedBy > Accessed)
            yield return new("publishedBy", $"{PublishedBy:yyyy-MM-dd} lies after the page was read, {Accessed:yyyy-MM-dd}");
        if (Language.Length != 2 || !Language.All(char.IsAsciiLetterLower))
            yield return new("language", $"'{Language}' is not an ISO 639-1 code", "two lower-case letters");
    }
}

/// <summary>A person, body, military unit or group.</summary>
public sealed record SeedActor : SeedNamed
{
    public required ActorKind Kind { get; init; }

    public required LocalNames Names { get; init; }

    /// <summary>Other spellings found in sources.</summary>
    public List<string> Aliases { get; init; } = [];

    /// <summary>Who or what it is, with the role at the time.</summary>
    public string? Description { get; init; }

    /// <summary>Actors to which it belonged.</summary>
    public List<string> Affiliations { get; init; } = [];

    public string? Wikidata { get; init; }

    /// <summary>Words for its people and its things that do not begin like its name. * stands for any ending.</summary>
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

    /// <summary>ISO 3166-1 alpha-2. Absent for the world.</summary>
    public string? Country { get; init; }

    /// <summary>The place in which it lies.</summary>
    public string? Parent { get; init; }

    /// <summary>In degrees of WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>In degrees of WGS 84.</summary>
    public double? Longitude { get; init; }

    public string? Wikidata { get; init; }

    /// <summary>The IANA time zone. Absent if it is the zone of the surrounding place.</summary>
    public string? Zone { get; init; }

    public PlaceReference Reference => new() { Id = Id, Name = Names.En, Latitude = Latitude, Longitude = Longitude };

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems().Concat(WikidataProblems(Wikidata))) yield return problem;
        if (Country is not null && (Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper)))
            yield return new("country", $"'{Country}' is not an ISO 3166-1 code", "two capital letters, such as AT");
        foreach (var problem in LocalTimes.ZoneProblems("zone", Zone)) yield return problem;
        if (Latitude is null != Longitude is null)
            yield return new(Latitude is null ? "longitude" : "latitude", "latitude and longitude go together");
        if (Math.Abs(Latitude ?? 0) > 90) yield return new("latitude", $"{Latitude} is not a latitude", "-90 to 90 degrees");
        if (Math.Abs(Longitude ?? 0) > 180) yield return new("longitude", $"{Longitude} is not a longitude", "-180 to 180 degrees");
    }
}

/// <summary>A word of a registry.</summary>
public sealed record SeedWord : SeedEntry
{
    /// <summary>The registry: commodity, currency, group, operation, price_measure, toll_measure, topic or unit.</summary>
    public required string Registry { get; init; }

    /// <summary>The word as facts spell it.</summary>
    public required string Key { get; init; }

    public required LocalNames Labels { get; init; }

    /// <summary>Expressions that stand for the word in a sentence, apart from its labels. * stands for any ending; + joins words
    /// that occur in the same part of a sentence.</summary>
    public List<string> Cues { get; init; } = [];

    /// <summary>For a group: whether a sentence need not name it, because the measure implies it.</summary>
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

/// <summary>A fact that was removed from the seeds.</summary>
public sealed record SeedRemoved : SeedNamed
{
    public required DateOnly Day { get; init; }

    /// <summary>The reason, in a sentence for those who used the fact.</summary>
    public required string Reason { get; init; }
}

/// <summary>What is known about a publisher, apart from its name.</summary>
public sealed record SeedPublisher : SeedEntry
{
    /// <summary>The name, spelt as in the sources.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it prints what others have reported, like a translator, an aggregator or an encyclopedia.</summary>
    public bool Republishes { get; init; }
}
