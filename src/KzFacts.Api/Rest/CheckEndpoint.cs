using System.Net.Mime;
using System.Text.Json.Nodes;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What is held on the sentences of a text.</summary>
static class CheckEndpoint
{
    /// <summary>What one request may send: room for its text, however it is escaped.</summary>
    public const int MostBytes = 4 * Check.MostBytes;

    public const string Example = """{"text":"More than 100 people were killed.","date":"2022-01-16"}""";

    /// <summary>The text, and its own day.</summary>
    public sealed record TextToCheck(string Text, DateOnly? Date = null);

    public static void MapCheck(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/check", Described, CheckAsync).WithName("check").WithTags(Tags.Search).WithSummary("Check a text")
            .WithDescription(
            "The facts that bear on each sentence, best first, and how: supports, conflicts (with the element that differs), "
            + "repeats_retracted or related. Sentences on which nothing is held are left out, which says nothing of their truth. Works by "
            + "names in any spelling, numbers, days and the labels of the words; English by its other words too.");

    static readonly Operation Described = new(typeof(CheckAnswer))
    {
        Parameters = [typeof(CheckRequest)], HasValidators = false, Success = "What is held on the sentences.",
        Body = new(typeof(TextToCheck),
            $"A sentence, a quotation or an article, {Check.MostBytes} bytes of UTF-8 at the most, and its own day; or as text/plain " +
            "the text alone.",
            crisis => crisis.Sentence is not { } sentence ? JsonNode.Parse(Example)
                : new JsonObject { ["text"] = sentence, ["date"] = $"{crisis.SentenceDay:yyyy-MM-dd}" }),
        Example = (examples, _) =>
        {
            if (examples.Crisis.Sentence is not { } sentence) return null;
            var answer = Check.Of(examples.Lane, new(sentence, examples.Crisis.SentenceDay));
            IReadOnlyList<CheckedSentence> sentences = [.. answer.Sentences.Select(one => one with { Facts = [.. one.Facts.Take(1)] })];
            return ExampleReading.Of(answer with { Revision = ExampleReading.Revision, Sentences = sentences });
        },
    };

    static async Task CheckAsync(HttpContext http, SnapshotHost host)
    {
        var request = new CheckRequest();
        var body = MediaTypeNames.Text.Plain == http.Request.ContentType?.Split(';')[0].Trim()
            ? new TextToCheck(await JsonBody.ReadTextAsync(http, MostBytes))
            : await JsonBody.ReadAsync<TextToCheck>(http, MostBytes, Example);
        // After the body has come: a slow one outlives snapshots.
        using var lane = await host.RentAsync(http.Lease(host), Work.Costly, http.RequestAborted, forText: true);
        QueryBinder.Bind(http.Request.Query, lane, request);
        var asked = new CheckedText(body.Text ?? "", body.Date ?? request.Date, request.AsOf);
        if (asked.IsTooLong) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (Check.Objection(asked) is { } error) throw new InvalidParametersException([error]);
        FactJson.Write(lane.Buffer, Check.Of(lane, asked));
        await http.SendBufferAsync(lane);
    }
}
