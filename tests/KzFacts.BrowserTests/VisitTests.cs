using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KzFacts.BrowserTests;

/// <summary>What visitors do, in a real browser.</summary>
public sealed class VisitTests(Served served, Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_pastes_a_link_and_reads_who_disagrees_with_or_without_scripts(bool scripts)
    {
        var page = await browser.OpenAsync(served.Address, scripts: scripts);
        await page.GotoAsync("/");

        await page.GetByLabel("Paste a link, a sentence or an article").FillAsync(PageKinds.Article + "?utm_source=mail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look up" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "the same address in another spelling" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it claims: 31 facts" })).ToBeVisibleAsync();
        var unit = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "unconfirmed" }).Filter(new() { HasText = "31st" }).First;
        await Expect(unit.GetByRole(AriaRole.Group, new() { Name = "This page" }).GetByText("as a possibility")).ToBeVisibleAsync();
        await Expect(unit.GetByRole(AriaRole.Group, new() { Name = "This page" })
            .GetByRole(AriaRole.Link, new() { Name = "Open the passage" }))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("#:~:text="));
        await Expect(unit.GetByRole(AriaRole.Group, new() { Name = "Other pages" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journalist_pastes_an_article_and_reads_first_what_was_retracted(bool scripts)
    {
        var page = await browser.OpenAsync(served.Address, scripts: scripts);
        await page.GotoAsync("/");
        var article = string.Concat(Enumerable.Repeat("The weather was fine that day.\n\n", 200))
            + "At least 164 people were killed in Kazakhstan.\n\nBy 15 January 2022, 225 people had been killed in Kazakhstan.";

        await page.GetByLabel("Paste a link, a sentence or an article").FillAsync(article);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look up" }).ClickAsync();

        var boxes = page.GetByRole(AriaRole.Region, new() { Name = "Your words beside the facts" });
        await Expect(boxes).ToHaveCountAsync(2);
        await Expect(boxes.First)
            .ToContainTextAsync(
            "Retracted, as reported on 9 January 2022, by Ministry of Healthcare of Kazakhstan, Ministry of Information and Social " +
            "Development of Kazakhstan");
        await Expect(boxes.First.GetByRole(AriaRole.Link, new() { Name = "Killed, Kazakhstan: 225" })).ToBeVisibleAsync();
        await Expect(page.Locator("#ask")).ToHaveValueAsync(article);
        (await page.Locator("#ask").EvaluateAsync<double>("box => box.getBoundingClientRect().height")).Should().BeLessThan(400);
    }

    [Fact]
    public async Task A_sentence_is_searched_for()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.GotoAsync("/kk");

        await page.GetByRole(AriaRole.Searchbox).Or(page.Locator("#ask")).First.FillAsync("Жаңаөзен наразылық");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/kk/search\\?q="));
    }

    [Fact]
    public async Task The_timeline_is_filtered_and_a_fact_followed_to_its_source()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.GotoAsync("/facts");

        await page.GetByLabel("retracted", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("toll", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page.GetByText("5 facts")).ToBeVisibleAsync();
        page.Url.Should().EndWith("/facts?kind=toll&status=retracted");
        await page.GetByRole(AriaRole.Link, new() { Name = "Killed, Kazakhstan: 164" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Killed, Kazakhstan: 164");
        await page.Locator(".claim .who a").First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it claims" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Killed, Kazakhstan: 164" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_language_keeps_the_page_and_its_filter()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.GotoAsync("/facts?kind=toll&asOf=2022-01-09");

        await page.GetByRole(AriaRole.Link, new() { Name = "Русский" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Хроника");
        await Expect(page.GetByText("9 января 2022 года").First).ToBeVisibleAsync();
        page.Url.Should().EndWith("/ru/facts?kind=toll&asOf=2022-01-09");
    }

    [Fact]
    public async Task A_chosen_theme_stays()
    {
        var page = await browser.OpenAsync(served.Address, theme: ColorScheme.Light);
        await page.GotoAsync("/");
        var light = await PaperAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" }).ClickAsync();
        await page.GotoAsync("/tolls");

        (await PaperAsync(page)).Should().NotBe(light);
    }

    [Fact]
    public async Task The_slider_shows_what_was_known_on_a_day()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.GotoAsync("/facts/2022-01-09-killed-164");
        await Expect(page.Locator(".verdict .status")).ToHaveTextAsync("retracted");

        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("9");
        await page.GetByLabel("Day", new() { Exact = true }).DispatchEventAsync("change");

        await Expect(page.GetByText("What was known by the end of 9 January 2022.")).ToBeVisibleAsync();
        page.Url.Should().EndWith("?asOf=2022-01-09");
    }

    [Fact]
    public async Task A_citation_is_copied()
    {
        var page = await browser.OpenAsync(served.Address);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/facts/2022-01-09-killed-164");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).First.ClickAsync();

        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should()
            .StartWith("Killed, Kazakhstan: 164. Retracted on 9 January 2022");
    }

    [Fact]
    public async Task A_picture_that_is_opened_by_itself_has_its_colours()
    {
        var page = await browser.OpenAsync(served.Address, theme: ColorScheme.Light);
        await page.GotoAsync("/tolls?measure=killed");

        await page.GetByRole(AriaRole.Link, new() { Name = "This picture for your own page" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/charts/tolls\\.svg"));
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.paper')).fill")).Should().Be("rgb(255, 255, 255)");
    }

    [Fact]
    public async Task No_page_asks_another_host_for_anything_or_breaks_its_own_policy()
    {
        var page = await browser.OpenAsync(served.Address);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != served.Address.Authority) complaints.Add(request.Url);
        };

        foreach (var path in PageKinds.All.Where(kind => kind.Name != "missing").Select(kind => kind.Path).Append("/charts/map.svg")
            .Append("/swagger/index.html").Append("/graphiql"))
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_cards_can_stand_in_a_page_of_somebody_else()
    {
        var page = await browser.OpenAsync(served.Address);

        await page.RouteAsync("http://newsroom.example/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<iframe src='{served.Address}embed/facts/2022-01-09-killed-164?asOf=2022-01-09'></iframe><iframe " +
                $"src='{served.Address}facts'></iframe>",
        }));

        await page.GotoAsync("http://newsroom.example/");

        await Expect(page.Locator("iframe").First.ContentFrame.GetByText("A newer version exists")).ToBeVisibleAsync();
        await Expect(page.Locator("iframe").Last.ContentFrame.GetByText("Timeline")).ToHaveCountAsync(0);
    }

    static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
