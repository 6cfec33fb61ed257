using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Native;

/// <summary>The number of threads belongs to the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(LibTorchThreadsTests), DisableParallelization = true)]
[Collection(nameof(LibTorchThreadsTests))]
public class LibTorchThreadsTests : TorchTest
{
    private static int OnNewThread()
    {
        int count = 0;
        var thread = new Thread(() => count = torch.get_num_threads());
        thread.Start();
        thread.Join();
        return count;
    }

    // The fault that was: a fit that began while another was changing the number took one thread for the usual number, and put that back.
    [Fact]
    public void Dispose_TwoRoundsOfEightThreads_LeavesTheUsualNumber()
    {
        int before = torch.get_num_threads();
        torch.set_num_threads(3);
        try
        {
            for (int round = 0; round < 2; round++)
            {
                var during = new int[8];
                var after = new int[8];
                using var all = new Barrier(8);
                Thread[] threads = [.. Enumerable.Range(0, 8).Select(i => new Thread(() =>
                {
                    for (int fit = 0; fit < 5; fit++)
                    {
                        all.SignalAndWait();
                        using (LibTorchThreads.One())
                        using (LibTorchThreads.One())
                            during[i] += torch.get_num_threads();
                    }
                    after[i] = torch.get_num_threads();
                }))];
                foreach (Thread thread in threads)
                    thread.Start();
                foreach (Thread thread in threads)
                    thread.Join();
                Assert.All(during, count => Assert.Equal(5, count));
                Assert.All(after, count => Assert.Equal(3, count));
                Assert.Equal(3, OnNewThread());
            }
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }
}
