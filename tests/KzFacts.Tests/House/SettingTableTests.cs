using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Api.Serving;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.House;

public sealed partial class SettingTableTests
{
    [Fact]
    public void The_table_of_settings_lists_each_with_its_default()
    {
        var options = new ServerOptions();
        var settings = typeof(ServerOptions).GetProperties().Where(property => property.CanWrite)
            .Select(property => ($"KzFacts:{property.Name}", property.GetValue(options) switch
            {
                null or Array { Length: 0 } => "",
                bool value => value ? "true" : "false",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            }));

        Row().Matches(File.ReadAllText(Repository.Path("docs/operating.md"))).Select(row => (row.Groups[1].Value, row.Groups[2].Value))
            .Should().Equal(settings);
    }

    [GeneratedRegex(@"^\| `(KzFacts:\w+)` \|\s*`?([^`|]*?)`?\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
