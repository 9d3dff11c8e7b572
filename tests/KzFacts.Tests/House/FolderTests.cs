using System.Reflection;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Facts;
using KzFacts.Languages;
using NetArchTest.Rules;

namespace KzFacts.Tests.House;

/// <summary>Which project, and which folder of the server, may refer to which.</summary>
public sealed class FolderTests
{
    static readonly Assembly Api = typeof(Program).Assembly;

    /// <summary>The folders of the server, and the other folders to which each may refer.</summary>
    static readonly Dictionary<string, string[]> MayReferTo = new()
    {
        ["Serving"] = [],
        ["Web"] = ["Serving"],
        ["Kinds"] = ["Formats", "Web"],
        ["Formats"] = ["Kinds", "Web"],
        ["Live"] = ["Web", "Serving"],
        ["Rest"] = ["Web", "Serving", "Formats", "Kinds", "Live"],
        ["GraphQL"] = ["Web", "Serving", "Formats"],
        ["Charts"] = ["Web", "Serving"],
        ["OpenApi"] = ["Web", "Serving"],
        ["Pages"] = ["Web", "Serving", "Formats", "Kinds"],
    };

    public static TheoryData<string> Folders => [.. MayReferTo.Keys];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_of_the_server_refers_to_those_that_it_may(string folder)
    {
        var others = MayReferTo.Keys.Except(MayReferTo[folder]).Except([folder]).Select(other => $"KzFacts.Api.{other}").ToArray();

        var result = Types.InAssembly(Api).That().ResideInNamespace($"KzFacts.Api.{folder}").ShouldNot().HaveDependencyOnAny(others)
            .GetResult();

        (result.FailingTypeNames ?? []).Should().BeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_server_is_named() =>
        Types.InAssembly(Api).That().ResideInNamespace("KzFacts.Api").GetTypes()
            .Select(type => type.Namespace!.Split('.').ElementAtOrDefault(2))
            .OfType<string>().Distinct().Should().BeSubsetOf(MayReferTo.Keys);

    [Fact]
    public void Projects_refer_only_downwards()
    {
        string[] http = ["KzFacts.Api", "Microsoft.AspNetCore.Http.Abstractions", "GraphQL"];
        ReferencesOf(typeof(Fact)).Should().NotContain([.. http, "KzFacts.Compiler", "KzFacts.Languages"]);
        ReferencesOf(typeof(Language)).Should().NotContain([.. http, "KzFacts.Compiler"]);
        ReferencesOf(typeof(SeedCompiler)).Should().NotContain(http);
    }

    [Fact]
    public void GraphQL_NET_stays_in_its_folder() =>
        Types.InAssembly(Api).That().DoNotResideInNamespace("KzFacts.Api.GraphQL").And().DoNotHaveName("Program")
            .ShouldNot().HaveDependencyOnAny("GraphQL", "GraphQLParser").GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    static IEnumerable<string?> ReferencesOf(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name);
}
