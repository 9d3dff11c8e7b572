namespace KzFacts.Api.Serving;

/// <summary>Gives memory back to the system when costly work has come to rest: .NET keeps what a burst took, for the next one.</summary>
sealed class MemoryReturn(Admission admission) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (seen, returned) = (0L, 0L);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var begun = admission.CostlyBegun;
            if (begun == seen && begun != returned)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                returned = begun;
            }
            seen = begun;
        }
    }
}
