using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Checks that the body of an answer is what its media type says.</summary>
static class AnswerBody
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="Exception">The body is something else.</exception>
    public static void Read(string? type, byte[] body)
    {
        switch (type)
        {
            case "application/vnd.sqlite3":
                if (!body.AsSpan().StartsWith("SQLite format 3\0"u8)) throw new InvalidDataException("This is no SQLite file.");
                return;
            case "application/x-ndjson":
                foreach (var line in Strict.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    JsonDocument.Parse(line).Dispose();
                return;
            case "application/atom+xml" or "image/svg+xml":
                XDocument.Parse(Strict.GetString(body));
                return;
            case "text/csv":
                using (var csv = new CsvReader(new StringReader(Strict.GetString(body)),
                    new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true }))
                    while (csv.Read())
                        if (csv.Parser.Count == 0) throw new InvalidDataException("A row has no columns.");
                return;
            case "text/plain" or "application/graphql" or "application/yaml" or "application/x-bibtex" or "text/html":
                Strict.GetString(body);
                return;
            case not null when type.EndsWith("json", StringComparison.Ordinal):
                JsonDocument.Parse(body).Dispose();
                return;
            default:
                throw new InvalidDataException($"No answer has the media type {type}.");
        }
    }
}
