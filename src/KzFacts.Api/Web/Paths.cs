namespace KzFacts.Api.Web;

/// <summary>Paths to which other addresses link.</summary>
static class Paths
{
    /// <summary>The changes of facts. Without parameters: all facts.</summary>
    public const string Changes = "/v1/changes";
}
