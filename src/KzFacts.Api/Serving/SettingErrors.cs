using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Serving;

/// <summary>Says in a sentence what is wrong with a setting. The messages of the framework name its own types.</summary>
static partial class SettingErrors
{
    /// <summary>A sentence for each setting, or null if the failure is another.</summary>
    public static string? Say(Exception failure) => failure switch
    {
        OptionsValidationException invalid => string.Join('\n', invalid.Failures.Select(one => Quoted().Match(one).Groups[1].Value)),
        InvalidOperationException { Message: var message } when Unknown().Match(message) is { Success: true } unknown =>
            string.Join('\n', Name().Matches(unknown.Groups[1].Value)
                .Select(name => $"There is no setting KzFacts:{name.Groups[1].Value}. docs/operating.md lists all.")),
        InvalidOperationException { Message: var message } when OfType().Match(message) is { Success: true } wrong =>
            $"{wrong.Groups[2].Value} is '{wrong.Groups[1].Value}', but must be {WordOf(wrong.Groups[3].Value)}.",
        _ => null,
    };

    static string WordOf(string type) => type switch
    {
        "System.TimeSpan" => "a time (hours:minutes:seconds)",
        "System.Boolean" => "true or false",
        _ => "a whole number",
    };

    [GeneratedRegex("with the error: '(.*)'", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex($"not found on the instance of .*{nameof(ServerOptions)}: (.+)$")]
    private static partial Regex Unknown();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Name();

    [GeneratedRegex("convert configuration value '(.*)' at '(KzFacts:.*)' to type '(.*)'")]
    private static partial Regex OfType();
}
