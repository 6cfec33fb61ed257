using TorchSharp;

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Keeps libtorch on the calling thread until it is disposed, on the same thread: after an operation that it shares out among threads, those wait in a loop for the next one and take the cores away from
/// whoever needs them.
/// </summary>
internal sealed class LibTorchThreads : IDisposable
{
    // libtorch keeps the number for the calling thread, and once more for threads that will come. Both are set at once, so that for a moment new threads would get what this one gets: one change at a time.
    private static readonly Lock Changing = new();

    [ThreadStatic]
    private static int _holders;

    private LibTorchThreads()
    {
        if (_holders++ == 0)
            Set(1);
    }

    public static LibTorchThreads One() => new();

    public void Dispose()
    {
        if (--_holders == 0)
            Set(null);
    }

    // The number of this thread alone; null for that of new threads.
    private static void Set(int? count)
    {
        lock (Changing)
        {
            // A thread that is new to libtorch has the number for threads that will come, whatever this one was given before.
            int usual = OnNewThread(torch.get_num_threads);
            // What a thread is given before it has asked once is overwritten when it first asks.
            _ = torch.get_num_threads();
            torch.set_num_threads(count ?? usual);
            OnNewThread(() =>
            {
                torch.set_num_threads(usual);
                return usual;
            });
        }
    }

    private static int OnNewThread(Func<int> call)
    {
        int result = 0;
        var thread = new Thread(() => result = call());
        thread.Start();
        thread.Join();
        return result;
    }
}
