using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.Playwright;

namespace KzFacts.BrowserTests;

/// <summary>The appearance of the pages. UPDATE_SCREENSHOTS=1 writes docs/pages.png, and a file for each page beside the test
/// program.</summary>
public sealed class ContactSheetTests(Served served, Browser browser)
{
    const int MostBytes = 600_000;

    static readonly string Sheet = Repository.Path("docs", "pages.png");

    static readonly (string Path, int Width, ColorScheme Theme)[] Shots =
    [
        ("/", 1280, ColorScheme.Light), ("/", 390, ColorScheme.Light), ($"/lookup?url={PageKinds.Article}", 1280, ColorScheme.Light),
            ("/ru/facts?kind=toll", 390, ColorScheme.Dark),
        ("/facts/2022-01-01-lpg-mangystau-doubled", 1280, ColorScheme.Dark), ("/kk/facts/2022-01-09-killed-164", 390, ColorScheme.Light),
            ("/tolls?measure=killed", 1280, ColorScheme.Light), ("/deployments", 390, ColorScheme.Dark),
    ];

    [Fact]
    public async Task The_contact_sheet_of_the_pages_is_small_enough_for_a_repository()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1") await WriteAsync();

        new FileInfo(Sheet).Length.Should().BePositive().And.BeLessThan(MostBytes);
    }

    async Task WriteAsync()
    {
        List<string> figures = [];
        foreach (var (path, width, theme) in Shots)
        {
            var page = await browser.OpenAsync(served.Address, width, theme);
            await page.GotoAsync(path);
            var png = await page.ScreenshotAsync();
            await File.WriteAllBytesAsync(Path.Combine(AppContext.BaseDirectory, $"shot-{figures.Count}-{width}.png"), png,
                TestContext.Current.CancellationToken);
            figures.Add($"<img style='height:450px;border:1px solid #999' src='data:image/png;base64,{Convert.ToBase64String(png)}'>");
            await page.Context.CloseAsync();
        }
        var sheet = await browser.OpenAsync(served.Address, 1780);
        await sheet.SetContentAsync(
            $"<body style='margin:20px;background:#e7e4dc;display:flex;flex-wrap:wrap;gap:16px'>{string.Concat(figures)}</body>");
        await sheet.ScreenshotAsync(new() { Path = Sheet, FullPage = true });
    }
}
