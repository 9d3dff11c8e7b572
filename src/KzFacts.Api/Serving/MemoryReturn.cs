using System.Runtime.InteropServices;

namespace KzFacts.Api.Serving;

/// <summary>Returns memory to the operating system after a burst of costly work. .NET, SQLite and the C library would keep it for
/// the next burst.</summary>
sealed class MemoryReturn(Admission admission, SnapshotHost host) : BackgroundService
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
                Return();
                returned = begun;
            }
            seen = begun;
        }
    }

    void Return()
    {
        host.CloseIdle();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // Only glibc keeps freed memory. Other C libraries have no such function, and do not need it.
        if (NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
            Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
    }

    delegate int MallocTrim(nuint pad);
}
