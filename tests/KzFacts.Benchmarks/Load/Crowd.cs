using System.Net.Sockets;
using System.Text;

namespace KzFacts.Benchmarks.Load;

/// <summary>Connections that hold something of a server and give nothing: clients that do not read, that send a header a byte at a time, or
/// that say nothing.</summary>
sealed class Crowd : IDisposable
{
    readonly List<Socket> sockets = [];
    readonly Timer? timer;

    Crowd(Uri server, int clients, string first, string? more, TimeSpan pause)
    {
        for (var i = 0; i < clients; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            socket.Connect(server.Host, server.Port);
            if (first.Length > 0) socket.Send(Encoding.ASCII.GetBytes(first));
            sockets.Add(socket);
        }
        if (more is not null) timer = new(_ => Send(more), null, pause, pause);
    }

    /// <summary>They ask for an answer of megabytes, and read nothing of it.</summary>
    public static Crowd Silent(Uri server, int clients, string path) =>
        new(server, clients, $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n", null, default);

    /// <summary>They send their header a letter a second (slowloris).</summary>
    public static Crowd Slow(Uri server, int clients) =>
        new(server, clients, $"GET / HTTP/1.1\r\nHost: {server.Authority}\r\nX-Slow: ", "a", TimeSpan.FromSeconds(1));

    public static Crowd Idle(Uri server, int clients) => new(server, clients, "", null, default);

    void Send(string text)
    {
        foreach (var socket in sockets)
            try
            {
                socket.Send(Encoding.ASCII.GetBytes(text));
            }
            catch (SocketException)
            {
                // The server closed it, as it should.
            }
    }

    public void Dispose()
    {
        timer?.Dispose();
        sockets.ForEach(socket => socket.Dispose());
    }
}
