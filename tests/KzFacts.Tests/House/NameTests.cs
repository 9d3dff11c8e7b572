using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Compiler.Seeds;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.House;

/// <summary>The crisis is data: the code contains no name of a place or an actor.</summary>
public sealed partial class NameTests
{
    /// <summary>Ids that are also ordinary English words.</summary>
    static readonly string[] Words = ["world", "protesters"];

    [Fact]
    public void No_code_names_a_place_or_an_actor_of_the_seeds()
    {
        var names = Registries.Read(new(Repository.Path("seeds")), new());
        var known = names.Places.Values.SelectMany(place => (IEnumerable<string>)[place.Id, .. place.Names.All().Select(name => name.Text),
            .. place.Aliases])
            .Concat(names.Actors.Values.SelectMany(actor =>
                (IEnumerable<string>)[actor.Id, .. actor.Names.All().Select(name => name.Text), .. actor.Aliases]))
            .Except(Words).ToHashSet();

        var found = SourceFiles.Below("src").SelectMany(file => known.Where(name => IsNamed(file.Text, name)), (file, name) =>
            $"{file.Path}: {name}");

        known.Should().HaveCountGreaterThan(500);
        found.Should().BeEmpty();
    }

    [Fact]
    public void No_code_names_the_country()
    {
        SourceFiles.Below("src").Where(file => Country().IsMatch(file.Text)).Select(file => file.Path).Should().BeEmpty();
        Country().IsMatch("In Kazakhstan").Should().BeTrue();
    }

    [GeneratedRegex("kazakhstan|казахстан|қазақстан", RegexOptions.IgnoreCase)]
    private static partial Regex Country();

    /// <summary>Whether a text contains a name as a whole word.</summary>
    static bool IsNamed(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (!IsInWord(text, at - 1) && !IsInWord(text, at + name.Length)) return true;
        return false;
    }

    static bool IsInWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_');
}
