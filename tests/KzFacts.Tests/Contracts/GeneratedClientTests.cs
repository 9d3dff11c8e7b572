using System.Reflection;
using FluentAssertions;
using KzFacts.Tests.Support;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace KzFacts.Tests.Contracts;

public sealed class GeneratedClientTests(Served served)
{
    [Fact]
    public async Task A_generated_TypeScript_client_compiles_and_fetches_a_page()
    {
        Tool.NeedNode();
        var folder = Repository.Path("tests", "contracts");

        var types = await Tool.RunAsync("node", folder, "node_modules/openapi-typescript/bin/cli.js",
            Repository.Path("openapi", "kzfacts-v1.yaml"), "-o", "generated/kzfacts.d.ts");
        var compiled = await Tool.RunAsync("node", folder, "node_modules/typescript/bin/tsc", "-p", ".");
        var ran = await Tool.RunAsync("node", folder, "generated/client.js", served.Address.ToString());

        types.ExitCode.Should().Be(0, types.Output);
        compiled.ExitCode.Should().Be(0, compiled.Output);
        ran.Output.Should().Contain("2022-01-01-lpg-mangystau-doubled 60 120");
    }

    [Fact]
    public async Task A_generated_CSharp_client_compiles_and_fetches_a_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        var contract = await OpenApiDocument.FromJsonAsync(await served.Client.GetStringAsync("/openapi/kzfacts-v1.json", cancel), cancel);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "KzFactsClient", UseBaseUrl = false,
            CSharpGeneratorSettings = { Namespace = "Generated", DateType = "System.DateOnly",
            JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson }
        };
        var folder = Directory.CreateTempSubdirectory("kzfacts-client-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Client.cs"), new CSharpClientGenerator(contract, settings).GenerateFile(),
            cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "GeneratedClient.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """, cancel);

        var built = await Tool.RunAsync("dotnet", folder, "build", "-c", "Release", "-o", Path.Combine(folder, "out"));

        built.ExitCode.Should().Be(0, built.Output);
        var type = Assembly.LoadFrom(Path.Combine(folder, "out", "GeneratedClient.dll")).GetType("Generated.KzFactsClient")!;
        dynamic client = Activator.CreateInstance(type, served.Client)!;
        dynamic price = await client.FindPriceChangeAsync("2022-01-01-lpg-mangystau-doubled", null, null);
        ((double)price.After.Min).Should().Be(120);
        Directory.Delete(folder, recursive: true);
    }
}
