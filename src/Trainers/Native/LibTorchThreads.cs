using TorchSharp;

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Keeps libtorch on the calling thread until it is disposed: after an operation that it shares out among threads, those wait in a loop for the next one and take the cores away from whoever needs them.
/// </summary>
internal sealed class LibTorchThreads : IDisposable
{
    private readonly int _before = torch.get_num_threads();

    private LibTorchThreads() => Set(1);

    public static LibTorchThreads One() => new();

    public void Dispose() => Set(_before);

    // libtorch keeps the number for the calling thread, and once more for threads that will come: those are to have what they would have had.
    private void Set(int count)
    {
        torch.set_num_threads(count);
        var other = new Thread(() => torch.set_num_threads(_before));
        other.Start();
        other.Join();
    }
}
