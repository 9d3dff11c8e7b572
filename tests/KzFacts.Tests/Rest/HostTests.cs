using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

/// <summary>Links are built from the address by which a client reached the server. An invalid Host header is refused; a missing one
/// is replaced by the server's own address.</summary>
public sealed class HostTests(Served served)
{
    static readonly string[] Paths = ["/", "/facts", "/v1/facts?limit=1", "/v1/facts?format=atom&limit=1", "/v1/changes?format=atom",
        "/v1alpha1/claims:search?query=killed", "/charts/map.svg", "/graphql?query={revision}"];

    public static TheoryData<string> Addresses => [.. Paths];

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_request_of_HTTP_1_0_without_a_host_is_answered_with_links_to_the_server_itself(string path)
    {
        var answer = await SendAsync($"GET {path} HTTP/1.0\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 200 ").And.NotContain("http:///");
        if (path.StartsWith("/v1/facts?limit", StringComparison.Ordinal))
            answer.Should().Contain($"\"next\":\"http://127.0.0.1:{served.Address.Port}/v1/facts?");
    }

    [Fact]
    public async Task The_usual_health_check_of_a_load_balancer_is_answered() =>
        (await SendAsync("HEAD / HTTP/1.0\r\n\r\n")).Should().StartWith("HTTP/1.1 200 ");

    public static TheoryData<string, string> Refused => new MatrixTheoryData<string, string>(
        ["foo:99999", "foo:port", "xn--zzzzzzzz9.kz", "a'b", "a b", "a<b>", "a/b", "user@a.kz", "a:b:c", "[::1", "кз.қаз", "a..b:80:"],
            ["/", "/v1/facts?limit=1", "/v1/facts?format=atom&limit=1", "/v1/nonsense"]);

    [Theory, MemberData(nameof(Refused))]
    public async Task A_Host_header_that_cannot_be_part_of_an_address_is_refused(string host, string path)
    {
        var answer = await SendAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 400 ");
        // Kestrel refuses some of them itself.
        if (answer.Contains("problem+json", StringComparison.Ordinal)) answer.Should().Contain("\"parameter\":\"Host\"");
    }

    [Theory]
    [InlineData("facts.example")]
    [InlineData("my_service:8080")]
    [InlineData("[::1]:5080")]
    [InlineData("xn--e1afmkfd.kz")]
    [InlineData("LOCALHOST")]
    public async Task A_valid_Host_header_is_used_in_links(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/facts?limit=1") { Headers = { Host = host } };

        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .Contain($"\"next\":\"http://{host}/v1/facts?");
    }

    /// <summary>Sends bytes that no client library would send. Returns the answer.</summary>
    async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
