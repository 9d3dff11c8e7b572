namespace KzFacts.Api.Web;

/// <summary>Paths that other addresses lead to.</summary>
static class Paths
{
    /// <summary>The changes of facts; without parameters, the whole set.</summary>
    public const string Changes = "/v1/changes";
}
