using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Fuzzing;

/// <summary>These tests use the whole machine, so they run after the others.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzTestsAlone;

/// <summary>The server answers every request, in a form that it describes. <c>KZFACTS_FUZZ=1000000</c> sets the number of requests
/// of each test.</summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests(Served served)
{
    static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable("KZFACTS_FUZZ"), out var most) ? most : 10_000;

    /// <summary>Each run generates other requests. A failure gives the number of its request, which generates it again.</summary>
    static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("KZFACTS_FUZZ_FIRST"), out var first)
        ? first : Random.Shared.Next(1 << 30);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_that_the_OpenAPI_document_allows_or_nearly_allows_is_answered_in_the_form_that_the_answer_names()
    {
        var generated = new RestRequests(await served.GetAsync("/openapi/kzfacts-v1.json"), await DrawnValues.OfAsync(served));

        await SendAsync(_ => generated, (status, _) => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_page_chart_and_document_is_answered_in_the_form_that_the_answer_names()
    {
        var (contract, values) = (await served.GetAsync("/openapi/kzfacts-v1.json"), await DrawnValues.OfAsync(served));

        await SendAsync(server => new PageRequests(new Addresses(server, contract).OfPages, contract, values),
            (status, _) => status is HttpStatusCode.OK or HttpStatusCode.Found);
    }

    [Fact]
    public async Task Every_query_that_the_schema_allows_or_nearly_allows_is_answered_without_a_server_error()
    {
        var schema = (await served.QueryAsync(GraphQLRequests.Introspection)).GetProperty("data").GetProperty("__schema");
        var generated = new GraphQLRequests(schema, await DrawnValues.OfAsync(served));

        // An id of another kind is answered by null and an error that says so.
        await SendAsync(_ => generated, (status, body) => status == HttpStatusCode.OK && (!body.StartsWith("{\"errors\""u8)
            || body.IndexOf("\"NOT_FOUND\""u8) >= 0 && body.IndexOf("\"BAD_USER_INPUT\""u8) < 0));
    }

    /// <summary>The most bytes that a quiet server holds after any number of requests, in addition to those at its start: its caches,
    /// its idle connections, and the pools of buffers, which keep the largest for a minute.</summary>
    const long MostHeld = 192 << 20;

    delegate bool IsAnswered(HttpStatusCode status, ReadOnlySpan<byte> body);

    /// <summary>Sends the requests to a server with generous time limits.</summary>
    async Task SendAsync(Func<WebApplicationFactory<Program>, IGeneratedRequests> of, IsAnswered isAnswered)
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:Metrics", "true"));
        await Served.QuietSnapshotAsync(server);
        var generated = of(server);
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = server.ClientOptions.BaseAddress
        });
        var held = GC.GetTotalMemory(forceFullCollection: true);
        ConcurrentDictionary<HttpStatusCode, int> statuses = [];
        var answered = 0;
        ConcurrentQueue<string> failures = [];
        await Parallel.ForAsync(0, Requests, new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = Cancel
        }, async (i, cancel) =>
        {
            var request = generated.Of(First + i);
            using var message = request.ToMessage();
            using var answer = await client.SendAsync(message, cancel);
            var body = await answer.Content.ReadAsByteArrayAsync(cancel);
            statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (isAnswered(answer.StatusCode, body)) Interlocked.Increment(ref answered);
            if (Fault(answer, body) is { } fault) failures.Enqueue($"{First + i}: {fault}: {request}");
        });

        (await Eventually.AskAsync(() => Task.FromResult(GC.GetTotalMemory(forceFullCollection: true) - held), more => more < MostHeld))
            .Should().BeLessThan(MostHeld);
        failures.Take(10).Should().BeEmpty();
        ((double)answered / Requests).Should().BeGreaterThan(0.5, "else little is tested: {0}", string.Join(", ", statuses));
    }

    static string? Fault(HttpResponseMessage answer, byte[] body)
    {
        if ((int)answer.StatusCode >= 500) return $"{(int)answer.StatusCode}";
        var type = answer.Content.Headers.ContentType?.MediaType;
        // An empty list, or a request that Kestrel itself refuses, such as one with a NUL in its path.
        if (body.Length == 0)
            return type == "application/x-ndjson" || type is null && answer.StatusCode == HttpStatusCode.BadRequest
                ? null : $"{(int)answer.StatusCode} without a body";
        try
        {
            AnswerBody.Read(type, body);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or System.Xml.XmlException or CsvHelper.CsvHelperException
            or ArgumentException)
        {
            return $"{type}: {e.Message}";
        }
        return body.AsSpan().IndexOf("\"code\":\"INTERNAL\""u8) >= 0 ? "a fault of the server" : null;
    }
}
