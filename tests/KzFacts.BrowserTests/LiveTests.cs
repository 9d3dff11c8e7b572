using FluentAssertions;
using KzFacts.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KzFacts.BrowserTests;

/// <summary>Changes while a page is open.</summary>
public sealed class LiveTests(Browser browser) : IDisposable
{
    readonly LiveServer live = new();

    [Theory]
    [InlineData("/facts/2022-01-05-killed")]
    [InlineData("/tolls")]
    [InlineData("/facts?kind=toll")]
    [InlineData("/")]
    public async Task A_change_appears_on_an_open_page_that_shows_its_fact(string path)
    {
        var page = await OpenAsync(path);

        await live.CountAsync(8, 9);

        await Expect(Notice(page)).ToContainTextAsync("changed: Killed, Kazakhstan: 8 → Killed, Kazakhstan: 9");
        await Notice(page).GetByRole(AriaRole.Button, new() { Name = "Show this page as it is now" }).ClickAsync();
        await Expect(Notice(page)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_change_that_does_not_concern_the_page_is_not_announced()
    {
        var page = await OpenAsync("/tolls");

        await live.RemovePriceAsync();
        await live.CountAsync(8, 9);

        await Expect(Notice(page).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["changed: Killed, Kazakhstan: 8 → Killed, Kazakhstan: 9"]);
    }

    [Fact]
    public async Task A_fact_that_was_removed_leads_to_a_page_that_says_why()
    {
        var page = await OpenAsync("/kk");

        await live.RemovePriceAsync();
        await Notice(page).Locator("li a").ClickAsync();

        await Expect(page.GetByText("It was a cap and no price.")).ToBeVisibleAsync();
        page.Url.Should().EndWith("/kk/facts/2022-01-01-lpg");
    }

    [Fact]
    public async Task The_facts_as_of_a_past_day_do_not_change()
    {
        var page = await OpenAsync("/tolls?asOf=2022-01-09");

        await Expect(Notice(page)).ToHaveCountAsync(0);
    }

    async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync(live.Client.BaseAddress!);
        await page.GotoAsync(path);
        return page;
    }

    static ILocator Notice(IPage page) => page.Locator("[data-live]");

    public void Dispose() => live.Dispose();
}
