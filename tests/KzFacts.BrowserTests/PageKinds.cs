namespace KzFacts.BrowserTests;

/// <summary>One address of each kind of page.</summary>
static class PageKinds
{
    public const string Article = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/";

    public static readonly IReadOnlyList<(string Name, string Path)> All =
    [
        ("home", "/"),
        ("lookup", $"/lookup?url={Article}"),
        ("nothing held", "/lookup?url=https://bit.ly/abc"),
        ("search", "/search?q=peacekeepers"),
        ("sentence retracted", "/search?q=At+least+164+people+were+killed+in+Kazakhstan"),
        ("timeline", "/facts?kind=toll&status=retracted&status=disputed&from=2022-01-05&place=nowhere"),
        ("fact retracted", "/facts/2022-01-09-killed-164"),
        ("fact with figures", "/facts/2022-01-01-lpg-mangystau-doubled"),
        ("fact disputed", "/facts/2022-01-05-almaty-airport-retaken"),
        ("fact as known on a day", "/facts/2022-01-09-killed-164?asOf=2022-01-09"),
        ("prices", "/price-changes"),
        ("tolls", "/tolls?measure=killed"),
        ("deployments", "/deployments?contributor=russia"),
        ("places", "/places"),
        ("place", "/places/almaty"),
        ("actors", "/actors"),
        ("actor", "/actors/konstantin-zatulin"),
        ("sources", "/sources"),
        ("source", "/sources/pledgetimes-csto-peacekeepers"),
        ("card", "/embed/facts/2022-01-09-killed-164?asOf=2022-01-09"),
        ("missing", "/facts/2022-01-09-killed-165"),
        ("problem", "/problems/invalid-parameters"),
    ];
}
