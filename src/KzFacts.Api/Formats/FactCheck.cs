using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KzFacts.Api.Formats;

[Description("Reviewed claims in the shape of Google's Fact Check Tools, where what is empty is left out: nothing found is {}.")]
public sealed record FactCheckAnswer
{
    [Description("The claims."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FactCheckClaim>? Claims { get; init; }

    [Description("What to give as pageToken for the next page; absent on the last."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextPageToken { get; init; }
}

[Description("A claim that was reviewed: a fact that is disputed or retracted, or a statement that is rebutted.")]
public sealed record FactCheckClaim
{
    [Description("What is claimed, in our words.")]
    public required string Text { get; init; }

    [Description("Whose word it is; absent where only pages claim it."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Claimant { get; init; }

    [Description("The day on which it was claimed first, RFC 3339 at midnight UTC; absent where no page has a date."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClaimDate { get; init; }

    [Description("Its review; always one.")]
    public required IReadOnlyList<FactCheckReview> ClaimReview { get; init; }
}

[Description("What the pages together say of a claim.")]
public sealed record FactCheckReview
{
    [Description("Who reviews.")]
    public required FactCheckPublisher Publisher { get; init; }

    [Description("The address of the fact.")]
    public required string Url { get; init; }

    [Description("The fact in a line.")]
    public required string Title { get; init; }

    [Description("The day of the retraction, or of the first dispute or rebuttal, RFC 3339 at midnight UTC; absent without a date."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReviewDate { get; init; }

    [Description("The rating in words, such as: Retracted on 9 January 2022.")]
    public required string TextualRating { get; init; }

    [Description("The language of the review.")]
    public required string LanguageCode { get; init; }
}

[Description("Who publishes a review.")]
public sealed record FactCheckPublisher
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("The host of its addresses.")]
    public required string Site { get; init; }
}
