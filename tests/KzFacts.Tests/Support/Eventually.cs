namespace KzFacts.Tests.Support;

/// <summary>Waits for what happens beside a test.</summary>
static class Eventually
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again until the answer is as it should be; after 20 seconds gives the one that is not.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<T, bool> isIt)
    {
        var deadline = DateTime.UtcNow + Most;
        while (true)
        {
            var answer = await ask();
            if (isIt(answer) || DateTime.UtcNow > deadline) return answer;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
