using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KzFacts.Compiler.Seeds;

/// <summary>A piece of YAML with its position.</summary>
public abstract record SeedNode(string File, int Line);

public sealed record SeedScalar(string File, int Line, string Text, bool Quoted) : SeedNode(File, Line)
{
    public bool IsNull => !Quoted && Text is "" or "~" or "null";
}

public sealed record SeedList(string File, int Line, IReadOnlyList<SeedNode> Items) : SeedNode(File, Line);

public sealed record SeedMap(string File, int Line, IReadOnlyDictionary<string, SeedNode> Fields) : SeedNode(File, Line);

/// <summary>Reads the entries of a seed file one at a time, so that no file is held in memory as a whole.</summary>
public static class SeedFile
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="path">The path of the file.</param>
    /// <param name="name">The name of the file in errors.</param>
    public static IEnumerable<SeedNode> Read(string path, string name, SeedErrors errors)
    {
        if (Open(path, name, errors) is not { } stream) yield break;
        using var text = new StreamReader(stream, Strict);
        var parser = new Parser(text);
        using var entries = Entries(parser, name, errors).GetEnumerator();
        while (true)
        {
            try
            {
                if (!entries.MoveNext()) yield break;
            }
            catch (YamlException e)
            {
                errors.Add(name, (int)e.Start.Line, $"this is not YAML: {e.InnerException?.Message ?? e.Message}");
                yield break;
            }
            catch (InvalidOperationException)
            {
                // YamlDotNet throws this for a bracket that is not closed.
                errors.Add(name, (int)(parser.Current?.Start.Line ?? 1), "this is not YAML",
                    "is a bracket or a brace before it not closed?");
                yield break;
            }
            catch (DecoderFallbackException)
            {
                errors.Add(name, LineOfInvalidByte(path), "a byte here is not UTF-8", "save the file as UTF-8");
                yield break;
            }
            yield return entries.Current;
        }
    }

    static Stream? Open(string path, string name, SeedErrors errors)
    {
        try
        {
            return SeedFolder.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(name, 1, $"this file cannot be read: {e.Message.TrimEnd('.')}");
            return null;
        }
    }

    static IEnumerable<SeedNode> Entries(Parser parser, string name, SeedErrors errors)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) yield break;
        if (name.EndsWith($"/{SeedCrisis.Part}.yaml", StringComparison.Ordinal)) yield return Node(parser, name, errors, depth: 1);
        else if (!parser.TryConsume<SequenceStart>(out _))
        {
            errors.Add(name, (int)parser.Current!.Start.Line, "a seed file is a list of entries", "begin each entry with '- id:'");
            yield break;
        }
        else
            while (!parser.TryConsume<SequenceEnd>(out _)) yield return Node(parser, name, errors, depth: 1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            errors.Add(name, (int)second.Start.Line, "a second document begins here", "a seed file is one document; remove the line ---");
    }

    /// <summary>How deeply lists and mappings may be nested. Seeds need six levels.</summary>
    const int MostLevels = 32;

    static SeedNode Node(Parser parser, string name, SeedErrors errors, int depth)
    {
        var line = (int)parser.Current!.Start.Line;
        if (depth > MostLevels)
            throw new YamlException(parser.Current.Start, parser.Current.End, $"this stands more than {MostLevels} levels deep");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new YamlException(parser.Current.Start, parser.Current.End, "seeds use neither anchors nor aliases; write the value out");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new SeedScalar(name, line, scalar.Value, scalar.Style is not ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            List<SeedNode> items = [];
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, name, errors, depth + 1));
            return new SeedList(name, line, items);
        }
        if (parser.TryConsume<MappingStart>(out _))
        {
            Dictionary<string, SeedNode> fields = new(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                if (!fields.TryAdd(key.Value, Node(parser, name, errors, depth + 1)))
                    errors.Add(name, (int)key.Start.Line, $"'{key.Value}' stands twice in one entry");
            }
            return new SeedMap(name, line, fields);
        }
        throw new YamlException(parser.Current.Start, parser.Current.End, "a value belongs here");
    }

    static int LineOfInvalidByte(string path)
    {
        var line = 1;
        foreach (var bytes in Lines(File.ReadAllBytes(path)))
        {
            try
            {
                Strict.GetCharCount(bytes);
            }
            catch (DecoderFallbackException)
            {
                return line;
            }
            line++;
        }
        return line;
    }

    static IEnumerable<byte[]> Lines(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            if (end < 0) end = bytes.Length;
            yield return bytes[start..end];
            start = end + 1;
        }
    }
}
