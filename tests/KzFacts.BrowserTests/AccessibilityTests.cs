using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.Playwright;

namespace KzFacts.BrowserTests;

public sealed class AccessibilityTests(Served served, Browser browser)
{
    public static TheoryData<string, string, ColorScheme> Pages =>
        [.. PageKinds.All.SelectMany(kind => new[] { (kind.Name, kind.Path, ColorScheme.Light),
        (kind.Name, kind.Path, ColorScheme.Dark) })];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_WCAG_level_A_or_AA(string name, string path, ColorScheme theme)
    {
        var page = await browser.OpenAsync(served.Address, theme: theme);
        await page.GotoAsync(path);

        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new()
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            }
        });

        result.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .Should().BeEmpty(name);
    }

    [Theory]
    [InlineData("/ru")]
    [InlineData("/kk")]
    [InlineData("/ru/facts/2022-01-09-killed-164")]
    [InlineData("/kk/facts/2022-01-09-killed-164")]
    public Task A_page_in_another_language_breaks_none_either(string path) =>
        A_page_breaks_no_rule_of_WCAG_level_A_or_AA(path, path, ColorScheme.Light);

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/tolls", 390)]
    [InlineData("/facts/2022-01-09-killed-164", 390)]
    [InlineData("/kk/facts", 320)]
    public async Task A_phone_need_not_scroll_sideways(string path, int width)
    {
        var page = await browser.OpenAsync(served.Address, width);
        await page.GotoAsync(path);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task The_first_key_leads_past_the_head_of_the_page()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.GotoAsync("/facts");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("main");
    }
}
