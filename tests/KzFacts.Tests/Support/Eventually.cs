namespace KzFacts.Tests.Support;

/// <summary>Waits for events outside a test.</summary>
static class Eventually
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again until the answer is the expected one. After 20 seconds, returns the last answer.</summary>
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
