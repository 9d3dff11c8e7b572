using System.Text.Json;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;

namespace KzFacts.Benchmarks.Seeds;

/// <summary>Writes seeds as YAML: one line for each field of an entry, with nested values in flow style.</summary>
static class SeedText
{
    public static void Write(TextWriter output, SeedMap entry)
    {
        var dash = "- ";
        foreach (var (name, value) in entry.Fields)
        {
            output.Write(dash);
            dash = "  ";
            if (name != "claims")
            {
                output.WriteLine($"{name}: {Flow(value)}");
                continue;
            }
            output.WriteLine("claims:");
            foreach (var claim in ((SeedList)value).Items)
            {
                var bullet = "    - ";
                foreach (var (field, part) in ((SeedMap)claim).Fields)
                {
                    output.WriteLine($"{bullet}{field}: {Flow(part)}");
                    bullet = "      ";
                }
            }
        }
        output.WriteLine();
    }

    static string Flow(SeedNode node) => node switch
    {
        SeedMap map => $"{{ {string.Join(", ", map.Fields.Select(field => $"{field.Key}: {Flow(field.Value)}"))} }}",
        SeedList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        SeedScalar { Quoted: false } plain when plain.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') => plain.Text,
        SeedScalar scalar => JsonSerializer.Serialize(scalar.Text, FactJson.Options), // a JSON string is a YAML one
        _ => throw new NotSupportedException(),
    };
}
