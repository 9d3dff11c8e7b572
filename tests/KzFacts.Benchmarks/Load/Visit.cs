using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KzFacts.Benchmarks.Load;

/// <summary>A visit to the home page by a browser with an empty cache: the time to the first byte, and the number of bytes.</summary>
sealed partial record Visit(double FirstByteMs, long Bytes)
{
    /// <summary>The pictures under <c>/charts</c>.</summary>
    public static readonly IReadOnlyList<string> Charts = ["timeline", "prices", "tolls", "deployments", "map"];

    public static Visit Home(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server, DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        using var plain = new HttpClient { BaseAddress = server };
        var clock = Stopwatch.StartNew();
        using var answer = client.Send(new(HttpMethod.Get, "/"), HttpCompletionOption.ResponseHeadersRead);
        using var body = answer.EnsureSuccessStatusCode().Content.ReadAsStream();
        body.ReadByte();
        var firstByte = clock.Elapsed.TotalMilliseconds;
        var rest = new MemoryStream();
        body.CopyTo(rest);
        using var page = new StreamReader(plain.Send(new(HttpMethod.Get, "/")).Content.ReadAsStream());
        var needed = Needed().Matches(page.ReadToEnd()).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct();
        return new(firstByte, 1 + rest.Length + needed.Sum(path => Length(client, path)));
    }

    public static double MedianMs(IReadOnlyList<Visit> visits) =>
        visits.Select(visit => visit.FirstByteMs).Order().ElementAt(visits.Count / 2);

    static long Length(HttpClient client, string path)
    {
        using var answer = client.Send(new(HttpMethod.Get, path));
        var bytes = new MemoryStream();
        answer.EnsureSuccessStatusCode().Content.ReadAsStream().CopyTo(bytes);
        return bytes.Length;
    }

    /// <summary>The style sheet, the script, the icon, and the pictures for a small screen.</summary>
    [GeneratedRegex("(?:rel=\"(?:icon|stylesheet)\" href|<script src|<img src)=\"(/[^\"]+)\"")]
    private static partial Regex Needed();
}
