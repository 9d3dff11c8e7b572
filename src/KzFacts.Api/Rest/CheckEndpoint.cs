using System.Net.Mime;
using KzFacts.Api.Serving;
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
        routes.MapOperation("/check", new("check", null, OperationKind.Check, [typeof(CheckRequest)]), CheckAsync);

    static async Task CheckAsync(HttpContext http, SnapshotHost host)
    {
        var request = new CheckRequest();
        var body = MediaTypeNames.Text.Plain == http.Request.ContentType?.Split(';')[0].Trim()
            ? new TextToCheck(await JsonBody.ReadTextAsync(http, MostBytes))
            : await JsonBody.ReadAsync<TextToCheck>(http, MostBytes, Example);
        using var lane = await host.RentAsync(http.Lease(host), Work.Costly, http.RequestAborted, forText: true); // after the body has come: a slow one outlives snapshots
        QueryBinder.Bind(http.Request.Query, lane, request);
        var asked = new CheckedText(body.Text ?? "", body.Date ?? request.Date, request.AsOf);
        if (asked.IsTooLong) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (Check.Objection(asked) is { } error) throw new InvalidParametersException([error]);
        FactJson.Write(lane.Buffer, Check.Of(lane, asked));
        await http.SendBufferAsync(lane);
    }
}
