using System.Text.RegularExpressions;
using Dapper;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KzFacts.Tests.Contracts;

public sealed partial class ConventionTests(Served served)
{
    public static TheoryData<string, string> Parameters =>
        [.. Catalog.All.SelectMany(collection => Parameter.Of(collection.FilterType)
            .Select(parameter => (collection.Path, parameter.Name)))];

    [Theory, MemberData(nameof(Parameters))]
    public void A_predicate_reads_only_properties_of_its_filter(string path, string name)
    {
        var collection = Catalog.All.Single(collection => collection.Path == path);
        var parameter = Parameter.Of(collection.FilterType).Single(parameter => parameter.Name == name);

        var read = Regex.Matches(parameter.Predicate(isSingle: false), "@([A-Za-z]+)").Select(match => match.Groups[1].Value).ToList();

        read.Should().NotBeEmpty().And.BeSubsetOf(collection.FilterType.GetProperties().Select(property => property.Name));
    }

    [Theory]
    [InlineData("event", "events")]
    [InlineData("statement", "statements")]
    [InlineData("price_change", "price-changes")]
    [InlineData("deployment", "deployments")]
    [InlineData("toll", "tolls")]
    public void The_views_for_people_who_open_the_file_hold_the_facts_of_a_kind_as_they_are_now(string view, string path)
    {
        using var connection = new SqliteConnection($"Data Source={served.Database};Mode=ReadOnly;Pooling=false");

        connection.Query($"select * from {view}").Should().HaveCount(SeedCounts.Of(path));
    }

    [Theory]
    [InlineData(typeof(Kind), "kind")]
    [InlineData(typeof(Status), "status")]
    [InlineData(typeof(Stance), "stance")]
    public void The_closed_words_of_the_records_are_those_the_schema_allows(Type words, string column)
    {
        var allowed = Regex.Match(Snapshot.Schema, $@"{column} +text not null check \({column} in \(([^)]+)\)\)").Groups[1].Value;

        Regex.Matches(allowed, "'([a-z_]+)'").Select(match => match.Groups[1].Value).Should().BeEquivalentTo(ClosedWords.All(words));
    }
}
