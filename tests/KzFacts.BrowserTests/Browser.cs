using KzFacts.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(KzFacts.BrowserTests.Browser))]

namespace KzFacts.BrowserTests;

/// <summary>One Chromium for all tests. Each test opens its own pages in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    const string Program = "chromium";

    IPlaywright? playwright;
    IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Tool.Find(Program) is not { } path) return;
        playwright = await Playwright.CreateAsync();
        // The last option lets an invented newsroom frame pages of this machine.
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-features=LocalNetworkAccessChecks"]
        });
    }

    /// <summary>A page of a browser with an empty cache. The test is skipped if Chromium is missing.</summary>
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
