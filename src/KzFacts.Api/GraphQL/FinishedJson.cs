using System.Buffers;

namespace KzFacts.Api.GraphQL;

/// <summary>Steps over values in finished JSON. The compiler wrote it without white space, so only the end of a value has to be
/// found.</summary>
static class FinishedJson
{
    static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    /// <summary>The position after the last byte of the value that begins at <paramref name="at"/>.</summary>
    public static int EndOf(ReadOnlySpan<byte> json, int at) => json[at] switch
    {
        (byte)'"' => EndOfText(json, at),
        (byte)'{' or (byte)'[' => EndOfStructure(json, at),
        (byte)'n' or (byte)'t' => at + 4,
        (byte)'f' => at + 5,
        _ => EndOfNumber(json, at),
    };

    static int EndOfNumber(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is not ((byte)',' or (byte)'}' or (byte)']')) at++;
        return at;
    }

    static int EndOfText(ReadOnlySpan<byte> json, int at)
    {
        for (at++; ; at += 2)
        {
            at += json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[at] == '"') return at + 1;
        }
    }

    static int EndOfStructure(ReadOnlySpan<byte> json, int at)
    {
        var depth = 0;
        do
        {
            at += json[at..].IndexOfAny(Structure);
            switch (json[at])
            {
                case (byte)'"': at = EndOfText(json, at); continue;
                case (byte)'{' or (byte)'[': depth++; break;
                default: depth--; break;
            }
            at++;
        }
        while (depth > 0);
        return at;
    }
}
