using System.Net.Mime;
using System.Text.Json.Nodes;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Compares the sentences of a text with the facts.</summary>
static class CheckEndpoint
{
    /// <summary>The most bytes of a request body. They suffice for the longest text, however it is escaped.</summary>
    public const int MostBytes = 4 * Check.MostBytes;

    public const string Example = """{"text":"More than 100 people were killed.","date":"2022-01-16"}""";

    /// <summary>The text and its date.</summary>
    public sealed record TextToCheck(string Text, DateOnly? Date = null);

    public static void MapCheck(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/check", Described, CheckAsync).WithName("check").WithTags(Tags.Search).WithSummary("Check a text")
            .WithDescription(
                "The facts that bear on each sentence, the most telling first, and how: supports, conflicts (with the element that " +
                "differs), repeats_retracted or related. Sentences without such facts are left out; that says nothing about their " +
                "truth. The check compares names in any spelling, numbers, days and the labels of words, and in English other words " +
                "too.");

    static readonly Operation Described = new(typeof(CheckAnswer))
    {
        Parameters = [typeof(CheckRequest)], Success = "What the facts say about the sentences.",
        Body = new(typeof(TextToCheck),
            $"A sentence, a quotation or an article of at most {Check.MostBytes} bytes in UTF-8, and its date. As text/plain: only the " +
            "text.",
            crisis => crisis.Sentence is not { } sentence ? JsonNode.Parse(Example)
                : new JsonObject { ["text"] = sentence, ["date"] = $"{crisis.SentenceDay:yyyy-MM-dd}" }, IsText: true),
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
        var body = http.TypeOfBody(MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain) == MediaTypeNames.Text.Plain
            ? new TextToCheck(await JsonBody.ReadTextAsync(http, MostBytes))
            : await JsonBody.ReadAsync<TextToCheck>(http, MostBytes, Example);
        // Leased after the body has arrived: a slow body may outlast several snapshots.
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted, forText: true);
        QueryBinder.Bind(http, lane, request);
        var asked = new CheckedText(body.Text ?? "", body.Date ?? request.Date, request.AsOf);
        if (asked.IsTooLong) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (Check.Objection(asked) is { } error) throw new InvalidParametersException([error]);
        if (http.IsAnswered(snapshot, "json", Validators.VariantOf(asked))) return;
        FactJson.Write(lane.Buffer, Check.Of(lane, asked));
        await http.SendBufferAsync(lane);
    }
}
