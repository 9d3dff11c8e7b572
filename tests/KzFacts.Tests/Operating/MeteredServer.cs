using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Operating;

/// <summary>A server that shows its metrics, after one entry, one list and one file that is no snapshot.</summary>
public sealed class MeteredServer : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-metrics-").FullName;
    readonly WebApplicationFactory<Program> server;

    public MeteredServer(Served served)
    {
        var database = Path.Combine(folder, "kzfacts.db");
        File.Copy(served.Database, database);
        server = Start(database, ("KzFacts:RequestsPerSecond", "100"));
        Client = server.CreateClient();
        foreach (var path in (string[])["/v1/events/2022-01-05-aktobe-akimat-stormed", "/v1/events?limit=1"])
            using (var answer = Client.Send(new(HttpMethod.Get, path))) answer.EnsureSuccessStatusCode();
        File.WriteAllText(database, "no snapshot");
    }

    public HttpClient Client { get; }

    public static WebApplicationFactory<Program> Start(string database, params (string, string)[] settings) =>
        Served.Start(null, database, [("KzFacts:Metrics", "true"), ("KzFacts:PollInterval", "00:00:00.1"), .. settings]);

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
