using System.Globalization;

namespace KzFacts.Benchmarks.Load;

/// <summary>Reads the kernel's report on the memory of a process.</summary>
static class ProcMemory
{
    /// <summary>The sum in bytes of lines, such as <c>VmHWM</c>, of a file under <c>/proc</c>.</summary>
    public static long Sum(string file, params string[] lines) => File.ReadLines(file)
        .Select(line => line.Split(':', 2))
        .Where(pair => lines.Contains(pair[0]))
        .Sum(pair => long.Parse(pair[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024);
}
