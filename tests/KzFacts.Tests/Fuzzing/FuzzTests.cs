using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Fuzzing;

/// <summary>They take the whole machine, and run when the others are done.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzTestsAlone;

/// <summary>Whatever is asked, the server answers, in the form that it names. <c>KZFACTS_FUZZ=1000000</c> sets how many requests each test
/// makes up.</summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests(Served served)
{
    static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable("KZFACTS_FUZZ"), out var most) ? most : 10_000;

    /// <summary>Each run makes up others; a failure names the number of its request, which makes it again.</summary>
    static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("KZFACTS_FUZZ_FIRST"), out var first)
        ? first : Random.Shared.Next(1 << 30);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_that_the_OpenAPI_document_allows_or_nearly_allows_is_answered_in_the_form_that_the_answer_names()
    {
        var generated = new RestRequests(await served.GetAsync("/openapi/kzfacts-v1.json"), await DrawnValues.OfAsync(served));

        await SendAsync(generated.Of, (status, _) => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_query_that_the_schema_allows_or_nearly_allows_is_answered_without_a_fault_of_the_server()
    {
        var schema = (await served.QueryAsync(GraphQLRequests.Introspection)).GetProperty("data").GetProperty("__schema");
        var generated = new GraphQLRequests(schema, await DrawnValues.OfAsync(served));

        await SendAsync(generated.Of, (status, body) => status == HttpStatusCode.OK && !body.StartsWith("{\"errors\""u8));
    }

    delegate bool IsAnswered(HttpStatusCode status, ReadOnlySpan<byte> body);

    /// <summary>Sends the requests to a server that has time for each.</summary>
    async Task SendAsync(Func<int, GeneratedRequest> of, IsAnswered isAnswered)
    {
        await using var server = Served.Start(null, served.Database);
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = server.ClientOptions.BaseAddress
        });
        ConcurrentDictionary<HttpStatusCode, int> statuses = [];
        var answered = 0;
        ConcurrentQueue<string> failures = [];
        await Parallel.ForAsync(0, Requests, new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = Cancel
        }, async (i, cancel) =>
        {
            var request = of(First + i);
            using var message = request.ToMessage();
            using var answer = await client.SendAsync(message, cancel);
            var body = await answer.Content.ReadAsByteArrayAsync(cancel);
            statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (isAnswered(answer.StatusCode, body)) Interlocked.Increment(ref answered);
            if (Fault(answer, body) is { } fault) failures.Enqueue($"{First + i}: {fault}: {request}");
        });

        failures.Take(10).Should().BeEmpty();
        ((double)answered / Requests).Should().BeGreaterThan(0.5, "else little is tested: {0}", string.Join(", ", statuses));
    }

    static string? Fault(HttpResponseMessage answer, byte[] body)
    {
        if ((int)answer.StatusCode >= 500) return $"{(int)answer.StatusCode}";
        var type = answer.Content.Headers.ContentType?.MediaType;
        // A list of nothing; and what Kestrel refuses itself, such as a NUL in a path.
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
