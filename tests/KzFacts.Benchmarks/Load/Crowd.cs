using System.Net.Sockets;
using System.Text;

namespace KzFacts.Benchmarks.Load;

/// <summary>Connections that occupy a server: clients that do not read, clients that send a header byte by byte, clients that send
/// nothing.</summary>
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

    /// <summary>They request an answer of megabytes and read none of it.</summary>
    public static Crowd Silent(Uri server, int clients, string path) =>
        new(server, clients, $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n", null, default);

    /// <summary>They send one letter of the header each second (slowloris).</summary>
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
                // The server closed the connection, as it should.
            }
    }

    public void Dispose()
    {
        timer?.Dispose();
        sockets.ForEach(socket => socket.Dispose());
    }
}
