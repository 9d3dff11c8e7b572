using KzFacts.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(KzFacts.BrowserTests.Browser))]

namespace KzFacts.BrowserTests;

/// <summary>One Chromium for all tests; each opens pages of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    const string Program = "chromium";

    IPlaywright? playwright;
    IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Tool.Find(Program) is not { } path) return;
        playwright = await Playwright.CreateAsync();
        // The last: a newsroom that a test makes up may frame what this machine serves.
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-features=LocalNetworkAccessChecks"]
        });
    }

    /// <summary>A page of a browser that knows nothing yet; the test is skipped where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(Uri server, int width = 1280, ColorScheme theme = ColorScheme.Light, bool scripts = true)
    {
        Tool.Need(Program);
        var context = await chromium!.NewContextAsync(new()
        {
            BaseURL = server.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = theme,
            JavaScriptEnabled = scripts, Locale = "en-GB",
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
