using System.Net;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class ConditionalTests(Served served)
{
    public static TheoryData<string> Addresses =>
    [
        "/v1", "/v1/facts", "/v1/events?type=clash", "/v1/tolls/2022-01-09-killed-164", "/v1/sources", "/v1/words?format=csv",
            "/v1/tolls?format=ndjson", "/v1/places?format=geojson", "/v1/events?format=atom", "/v1/timeline",
            "/v1/price-series?format=csv", "/v1/toll-series", "/v1/deployment-summary", "/v1/changes?limit=2",
            "/v1/facts/2022-01-09-killed-164/citation", "/v1/facts/2022-01-09-killed-164/history", "/charts/tolls.svg", "/", "/ru/facts",
            "/graphiql", "/graphql?query={revision}", "/graphql/schema", "/openapi/kzfacts-v1.json", "/openapi/kzfacts-v1.yaml",
            "/v1alpha1/claims:search?query=killed",
        "/v1/lookup?url=https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/", "/v1/search?q=peacekeepers",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task An_answer_is_304_to_its_own_ETag(string path)
    {
        using var first = await served.SendAsync(HttpMethod.Get, path);
        using var second = await served.SendAsync(HttpMethod.Get, path, ("If-None-Match", first.Headers.ETag!.ToString()));

        first.Headers.ETag.IsWeak.Should().BeTrue();
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        using var get = await served.SendAsync(HttpMethod.Get, path);
        using var head = await served.SendAsync(HttpMethod.Head, path);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task Invalid_parameters_are_an_error_even_if_the_ETag_matches()
    {
        using var first = await served.SendAsync(HttpMethod.Get, "/v1/events");
        using var second = await served.SendAsync(HttpMethod.Get, "/v1/events?form=1", ("If-None-Match", first.Headers.ETag!.ToString()));

        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        second.Headers.ETag.Should().BeNull();
    }

    [Fact]
    public async Task Each_format_of_an_address_has_its_own_tag()
    {
        string[] types = ["application/json", "text/csv", "application/x-ndjson", "application/geo+json", "application/atom+xml"];
        HashSet<string> tags = [];
        foreach (var type in types) tags.Add(await TagOfAsync("/v1/facts?limit=1", ("Accept", type)));

        tags.Should().HaveCount(types.Length);
    }

    [Fact]
    public async Task The_tag_of_one_format_does_not_match_another()
    {
        var json = await TagOfAsync("/v1/facts?limit=1");
        using var csv = await served.SendAsync(HttpMethod.Get, "/v1/facts?limit=1", ("Accept", "text/csv"), ("If-None-Match", json));

        csv.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/v1/facts?limit=1")]
    [InlineData("/charts/map.svg")]
    [InlineData("/site.css")]
    [InlineData("/swagger/swagger-ui.css")]
    [InlineData("/")]
    public async Task Each_encoding_of_an_answer_has_its_own_tag(string path)
    {
        string[] encodings = ["br", "gzip", "identity"];
        foreach (var encoding in encodings)
        {
            var tag = await TagOfAsync(path, ("Accept-Encoding", encoding));
            using var head = await served.SendAsync(HttpMethod.Head, path, ("Accept-Encoding", encoding));
            head.Headers.ETag!.ToString().Should().Be(tag);
            foreach (var other in encodings)
            {
                using var answer = await served.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", other), ("If-None-Match", tag));
                answer.StatusCode.Should().Be(other == encoding ? HttpStatusCode.NotModified : HttpStatusCode.OK);
                if (other == encoding) answer.Headers.ETag!.ToString().Should().Be(tag);
            }
        }
    }

    [Fact]
    public async Task Any_tag_matches_an_answer()
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/facts", ("If-None-Match", "*"));

        answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("\"x\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"x\", W/\"y\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*", HttpStatusCode.OK)]
    public async Task If_Match_holds_for_any_tag_alone_because_tags_are_weak(string condition, HttpStatusCode status)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/facts?limit=1", ("If-Match", condition));

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/v1/lookup", """{"urls":["https://example.org/a"]}""", """{"urls":["https://example.org/b"]}""")]
    [InlineData("/v1/check", """{"text":"164 people were killed."}""", """{"text":"225 people were killed."}""")]
    public async Task A_POST_answer_has_the_tag_of_its_body(string path, string body, string other)
    {
        var tag = await PostAsync(path, body, null);

        tag.Tag.Should().Be((await PostAsync(path, body, null)).Tag).And.NotBe((await PostAsync(path, other, null)).Tag);
        (await PostAsync(path, body, tag.Tag)).Status.Should().Be(HttpStatusCode.PreconditionFailed);
        (await PostAsync(path, other, tag.Tag)).Status.Should().Be(HttpStatusCode.OK);
    }

    async Task<(HttpStatusCode Status, string? Tag)> PostAsync(string path, string body, string? ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, "application/json") };
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task An_answer_of_GraphQL_with_errors_has_no_tag()
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/graphql?query={fact(id:1){id}nothing}");

        answer.Headers.ETag.Should().BeNull();
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Caches_may_show_an_old_answer_while_they_fetch_it_and_while_the_server_is_down()
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/facts?limit=1");

        answer.Headers.CacheControl!.ToString().Should().Be("public, max-age=30, stale-while-revalidate=60, stale-if-error=86400");
    }

    [Fact]
    public async Task The_feed_of_changes_is_always_revalidated()
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/changes?limit=1");

        answer.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
    }

    [Theory]
    [InlineData("/v1/facts?limit=1")]
    [InlineData("/graphql?query={revision}")]
    [InlineData("/graphql/schema")]
    [InlineData("/openapi/kzfacts-v1.yaml")]
    [InlineData("/v1/facts/nope")]
    [InlineData("/v1/facts/2022-01-09-killed-164/citation?format=csl")]
    [InlineData("/v1/facts/2022-01-09-killed-164/citation?format=bibtex")]
    public async Task Answers_are_compressed_on_request(string path)
    {
        foreach (var encoding in (string[])["br", "gzip"])
        {
            using var response = await served.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding));
            response.Content.Headers.ContentEncoding.Should().Equal(encoding);
        }
    }

    [Fact]
    public async Task GraphQL_is_compressed_in_its_own_media_type_too()
    {
        using var response = await served.SendAsync(HttpMethod.Get, "/graphql?query={revision}", ("Accept-Encoding", "br"),
            ("Accept", "application/graphql-response+json"));

        response.Content.Headers.ContentEncoding.Should().Equal("br");
    }

    [Theory]
    [InlineData("HEAD", "bytes=0-9", HttpStatusCode.OK)]
    [InlineData("GET", "items=0-9", HttpStatusCode.OK)]
    [InlineData("GET", "bytes=0-9", HttpStatusCode.PartialContent)]
    public async Task The_snapshot_has_ranges_of_bytes_for_GET(string method, string range, HttpStatusCode status)
    {
        using var answer = await served.SendAsync(new(method), "/v1/export/kzfacts.db", ("Range", range));

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/site.css")]
    [InlineData("/v1/facts?limit=1")]
    public async Task Other_answers_have_no_ranges(string path)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, path, ("Range", "bytes=0-9"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.AcceptRanges.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_the_address_of_the_present_content_of_a_file_is_cached_for_good()
    {
        var page = await served.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        var address = System.Text.RegularExpressions.Regex.Match(page, "/site.css\\?v=[0-9a-f]+").Value;
        using var present = await served.SendAsync(HttpMethod.Get, address);
        using var other = await served.SendAsync(HttpMethod.Get, "/site.css?v=0123456789ab");

        present.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        other.Headers.CacheControl!.ToString().Should().Be("public, max-age=300");
    }

    async Task<string> TagOfAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, path, headers);
        return answer.Headers.ETag!.ToString();
    }
}
