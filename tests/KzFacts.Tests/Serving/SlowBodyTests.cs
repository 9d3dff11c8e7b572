using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

public sealed class SlowBodyTests(Served served)
{
    [Theory]
    [InlineData("/v1/check", "application/problem+json")]
    [InlineData("/graphql", "application/json")]
    public async Task A_body_that_arrives_too_slowly_is_408(string path, string type)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
            "Content-Length: 100\r\n\r\n{\"text\":"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.Should().StartWith("HTTP/1.1 408 ").And.Contain($"Content-Type: {type}").And.Contain("X-Content-Type-Options: nosniff");
    }
}
