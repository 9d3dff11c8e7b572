using System.Buffers;
using System.Text.Json;

namespace KzFacts.Api.Formats;

/// <summary>The cells of one row, written one after another from values of finished JSON.</summary>
ref struct CsvCells(IBufferWriter<byte> output)
{
    static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    [ThreadStatic]
    static ArrayBufferWriter<byte>? joined;

    bool begun;

    /// <summary>A text, a number, a truth or null.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        Begin();
        if (json[0] == '"') WriteText(json);
        else if (json[0] != 'n') output.Write(json);
    }

    public void AddEmpty(int cells)
    {
        while (cells-- > 0) Begin();
    }

    /// <summary>A list of texts, or of records by their ids.</summary>
    public void AddJoined(ReadOnlySpan<byte> json, CsvRecord? entry)
    {
        Begin();
        if (json[0] != '[' || json[1] == ']') return;
        var text = joined ??= new();
        text.ResetWrittenCount();
        for (var at = 0; json[at] != ']';)
        {
            var end = FinishedJson.EndOf(json, at + 1);
            var one = json[(at + 1)..end];
            if (at > 0) text.Write("; "u8);
            AppendText(text, entry is null ? one : entry.IdOf(one));
            at = end;
        }
        WriteCell(text.WrittenSpan);
    }

    void Begin()
    {
        if (begun) output.Write(","u8);
        begun = true;
    }

    void WriteText(ReadOnlySpan<byte> json)
    {
        if (!json.Contains((byte)'\\'))
        {
            WriteCell(json[1..^1]);
            return;
        }
        var text = joined ??= new();
        text.ResetWrittenCount();
        AppendText(text, json);
        WriteCell(text.WrittenSpan);
    }

    static void AppendText(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> json)
    {
        if (!json.Contains((byte)'\\'))
        {
            text.Write(json[1..^1]);
            return;
        }
        var reader = new Utf8JsonReader(json);
        reader.Read();
        text.Advance(reader.CopyString(text.GetSpan(json.Length)));
    }

    void WriteCell(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return;
        // A spreadsheet must not run a text as a formula (OWASP, CSV injection).
        var formula = text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        var quoted = text[0] == ' ' || text[^1] == ' ' || text.ContainsAny(Quoted);
        if (quoted) output.Write("\""u8);
        if (formula) output.Write("'"u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            output.Write(text[..(quote + 1)]);
            output.Write("\""u8);
            text = text[(quote + 1)..];
        }
        output.Write(text);
        if (quoted) output.Write("\""u8);
    }
}
