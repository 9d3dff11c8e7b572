using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KzFacts.Api.Formats;

[Description(
    "Reviewed claims in the form of Google's Fact Check Tools API. Empty members are left out; an answer without claims is {}.")]
public sealed record FactCheckAnswer
{
    [Description("The claims."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FactCheckClaim>? Claims { get; init; }

    [Description("The pageToken of the next page. Absent on the last page."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextPageToken { get; init; }
}

[Description("A reviewed claim: a fact that is disputed or retracted, or a statement that is rebutted.")]
public sealed record FactCheckClaim
{
    [Description("The claim, in our words.")]
    public required string Text { get; init; }

    [Description("Who made the claim. Absent if only pages make it."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Claimant { get; init; }

    [Description("The day on which the claim was first made: midnight UTC, RFC 3339. Absent if no page has a date."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClaimDate { get; init; }

    [Description("The review. There is always exactly one.")]
    public required IReadOnlyList<FactCheckReview> ClaimReview { get; init; }
}

[Description("What the pages say together about a claim.")]
public sealed record FactCheckReview
{
    [Description("The publisher of the review.")]
    public required FactCheckPublisher Publisher { get; init; }

    [Description("The address of the fact's page.")]
    public required string Url { get; init; }

    [Description("The fact in one line.")]
    public required string Title { get; init; }

    [Description("The day of the retraction, or of the first dispute or rebuttal: midnight UTC, RFC 3339. Absent if it is unknown."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReviewDate { get; init; }

    [Description("The rating in words, such as: Retracted on 9 January 2022.")]
    public required string TextualRating { get; init; }

    [Description("The language of the review.")]
    public required string LanguageCode { get; init; }
}

[Description("The publisher of a review.")]
public sealed record FactCheckPublisher
{
    [Description("The name.")]
    public required string Name { get; init; }

    [Description("The host of its addresses.")]
    public required string Site { get; init; }
}
