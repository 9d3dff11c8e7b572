using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace KzFacts.Api.Serving;

/// <summary>What the server does for clients that do not read what they asked for.</summary>
static class SlowClients
{
    /// <summary>Bytes a second: who reads fewer on the average of an answer, is cut off. A link of 256 kbit/s passes.</summary>
    const double SlowestRate = 32 << 10;

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of an answer that the system takes for a connection. Left to itself it takes up to 4 MiB, which would pass for read.</summary>
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
