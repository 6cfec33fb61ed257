using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>Downloads a file, tries again where that may help, and goes on where it was interrupted, in this run or an earlier one.</summary>
internal sealed class Downloader : IDisposable
{
    private const int MostAttempts = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceToConnect = TimeSpan.FromSeconds(15);

    // A server on this machine is not behind a proxy.
    private readonly HttpClient _direct = Client(usesProxy: false);
    private readonly HttpClient _usual = Client(usesProxy: true);
    private readonly WorkProgress _progress;
    private readonly Action<string> _note;
    private readonly CancellationToken _stop;

    /// <param name="progress">Shows how it goes.</param>
    /// <param name="note">Is told of each interruption.</param>
    /// <param name="stop">Ends it; what has come stays.</param>
    public Downloader(WorkProgress progress, Action<string> note, CancellationToken stop)
    {
        _progress = progress;
        _note = note;
        _stop = stop;
    }

    /// <summary>Downloads a file.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="part">Where to put it. What is there already is taken for its beginning.</param>
    /// <param name="most">The greatest length that it can have.</param>
    /// <exception cref="DownloadException">It cannot be had. What has come stays.</exception>
    public void Download(Uri address, string part, long most)
    {
        var transfer = new HttpTransfer(address.IsLoopback ? _direct : _usual, _progress, Patience);
        for (int attempt = 1; ; attempt++)
        {
            long before = LengthOf(part);
            try
            {
                transfer.Receive(address, part, most, _stop);
                return;
            }
            catch (DownloadException e) when (e.Fault == DownloadFault.Passing)
            {
                if (LengthOf(part) > before)
                    attempt = 1;
                if (attempt == MostAttempts)
                    throw;
                TimeSpan pause = FirstPause * Math.Pow(2, attempt - 1);
                _note($"{address}: {e.Message}. Trying again in {Duration.Describe(pause)}.");
                if (_stop.WaitHandle.WaitOne(pause))
                    _stop.ThrowIfCancellationRequested();
            }
        }
    }

    public void Dispose()
    {
        _direct.Dispose();
        _usual.Dispose();
    }

    private static long LengthOf(string part) => File.Exists(part) ? new FileInfo(part).Length : 0;

    private static HttpClient Client(bool usesProxy)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = usesProxy, ConnectTimeout = PatienceToConnect }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("mlnet-loss");
        return client;
    }
}
