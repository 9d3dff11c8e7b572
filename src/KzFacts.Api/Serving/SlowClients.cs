using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace KzFacts.Api.Serving;

/// <summary>Limits what a client can hold by not reading its answer.</summary>
static class SlowClients
{
    /// <summary>The slowest average rate of an answer, in bytes a second. A slower client is disconnected. A link of 256 kbit/s is
    /// fast enough.</summary>
    const double SlowestRate = 32 << 10;

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The bytes of an answer that the operating system buffers for a connection. By default, Linux buffers up to 4 MiB,
    /// and Kestrel takes those as read.</summary>
    const int SendBuffer = 256 << 10;

    public static void BoundSlowClients(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = new(SlowestRate, Grace));
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = address =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
            socket.SendBufferSize = SendBuffer; // accepted connections inherit it
            return socket;
        });
    }
}
