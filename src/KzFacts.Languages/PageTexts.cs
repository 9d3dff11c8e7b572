namespace KzFacts.Languages;

/// <summary>The texts of the pages in one language, apart from the facts.</summary>
public sealed record PageTexts
{
    // The house
    public required string SkipToContent { get; init; }
    public required string Sections { get; init; }
    public required string Languages { get; init; }
    public required string Theme { get; init; }
    public required string Timeline { get; init; }
    public required string Prices { get; init; }
    public required string Tolls { get; init; }
    public required string Deployments { get; init; }
    public required string Places { get; init; }
    public required string Actors { get; init; }
    public required string Sources { get; init; }
    public required string CallTitle { get; init; }
    public required string About { get; init; }
    public required string Revision { get; init; }
    public required string NotUsed { get; init; }
    public required Func<string, string> YouSee { get; init; }
    public required string ShowPresent { get; init; }
    public required string FactsChanged { get; init; }
    public required string ShowChanged { get; init; }

    // The box, the look-up and the search
    public required string AskLabel { get; init; }
    public required string AskHint { get; init; }
    public required string AskButton { get; init; }
    public required string ForExample { get; init; }
    public required string Search { get; init; }
    public required string CheckTitle { get; init; }

    /// <summary>The number of sentences that were compared, and the number of those for which there are facts.</summary>
    public required Func<string, string, string> Compared { get; init; }
    public required Plural SentenceCount { get; init; }
    public required Func<string, string> TextTooLong { get; init; }
    public required string TextTookTooLong { get; init; }
    public required string NothingFound { get; init; }
    public required string LookupTitle { get; init; }
    public required string NothingHeld { get; init; }
    public required string NotHeld { get; init; }
    public required string OpaqueLink { get; init; }
    public required Func<string, string, string> OfHost { get; init; }
    public required string HowMatched { get; init; }
    public required string PassageFound { get; init; }
    public required string PassageNotFound { get; init; }
    public required Func<string, string> WhatItClaims { get; init; }
    public required string ThisPage { get; init; }
    public required string OtherPages { get; init; }
    public required string NobodyElse { get; init; }
    public required Func<string, string> AndMore { get; init; }
    public required string OpenPassage { get; init; }

    // The home page
    public required Func<string, string, string> HomeLead { get; init; }
    /// <summary>The title of the timeline, with the name of the crisis's period.</summary>
    public required Func<string, string> ByDay { get; init; }
    public required string RetractedOrDisputed { get; init; }
    public required string WidelyReported { get; init; }
    public required string AllOfThem { get; init; }
    public required string WhatMarksMean { get; init; }

    // Lists
    public required string TimelineLead { get; init; }
    public required string PricesLead { get; init; }
    public required string TollsLead { get; init; }
    public required string DeploymentsLead { get; init; }
    public required string SourcesLead { get; init; }
    public required string Filter { get; init; }
    public required string Any { get; init; }
    public required string Show { get; init; }
    public required string ShowAll { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string WordsToFind { get; init; }
    public required string AsKnownOn { get; init; }
    public required string Day { get; init; }
    public required string EarliestFirst { get; init; }
    public required string LatestFirst { get; init; }
    public required string PagesOfList { get; init; }
    public required string FirstPage { get; init; }
    public required string NextPage { get; init; }
    public required string FilterThese { get; init; }
    public required string Map { get; init; }
    public required string PictureAddress { get; init; }
    public required string NumbersBehind { get; init; }

    // A fact
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public required string When { get; init; }
    public required string Where { get; init; }
    public required string Who { get; init; }
    public required string Place { get; init; }
    public required string Actor { get; init; }
    public required string FirstReported { get; init; }
    public required string NotGiven { get; init; }
    public required string Undated { get; init; }
    public required Func<string, string> RetractedSince { get; init; }
    public required string Retracted { get; init; }
    public required Func<string, string> RetractedBy { get; init; }
    public required Func<string, string> RetractionReportedBy { get; init; }
    public required string ReplacedBy { get; init; }
    public required Func<string, string, string> Supported { get; init; }
    public required Func<string, string> DisputedBy { get; init; }
    public required Func<string, string> RebuttedByPages { get; init; }
    public required Func<string, string> RetractedByPages { get; init; }
    public required string FiguresTitle { get; init; }
    public required string Value { get; init; }
    public required string Origins { get; init; }
    public required string WhichPages { get; init; }
    public required string ClaimsTitle { get; init; }
    public required string SayingSo { get; init; }
    public required string SayingOtherwise { get; init; }
    public required string NobodyDisputes { get; init; }
    public required string Related { get; init; }
    public required string History { get; init; }
    public required string HistoryLead { get; init; }
    public required Func<string, string> Since { get; init; }
    public required string NewPages { get; init; }
    public required string CiteTitle { get; init; }
    public required string Citation { get; init; }
    public required string Embed { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string HashOfDocument { get; init; }

    // A source, an actor, a place
    public required string Address { get; init; }
    public required string Published { get; init; }
    public required Func<string, string> By { get; init; }
    public required string RetoldFrom { get; init; }
    public required string OriginGroups { get; init; }
    public required string NotExamined { get; init; }
    public required string LanguageOfPage { get; init; }
    public required string AlsoSpelt { get; init; }
    public required string BelongedTo { get; init; }
    public required string Coordinates { get; init; }
    public required string InIt { get; init; }

    // What is not there
    public required string MissingTitle { get; init; }
    public required string MissingText { get; init; }
    public required Func<string, string> RemovedOn { get; init; }
    public required string PerhapsLater { get; init; }
    public required string DidYouMean { get; init; }
    public required string TroubleTitle { get; init; }
    public required string TroubleText { get; init; }
    public required string BusyTitle { get; init; }
    public required string BusyText { get; init; }

    // An embedded card
    public required Func<string, string> EmbedAsOf { get; init; }
    public required string EmbedNewer { get; init; }
    public required string EmbedMore { get; init; }
}
