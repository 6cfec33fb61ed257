using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class DeterminismTests
{
    private static MlpRegressionOptions Options => new() { HiddenSizes = [16, 8], Dropout = 0.2, BatchNormalization = true, Epochs = 5, Optimizer = Optimizer.Adam(0.01), Seed = 7 };

    private static byte[] Fit(MLContext context, MlpRegressionOptions options) => Bits(context.Regression.Trainers.Mlp(options).Fit(Samples.Boston(context)).Model.Network);

    private static byte[] Bits(MlpNetwork network) =>
        [.. network.Layers.SelectMany(layer => layer.Weights.ToArray().Concat(layer.Bias.ToArray())).SelectMany(BitConverter.GetBytes)];

    [Fact]
    public void Fit_Twice_GivesTheSameBits()
    {
        Assert.Equal(Fit(new MLContext(), Options), Fit(new MLContext(), Options));
        Assert.NotEqual(Fit(new MLContext(), Options), Fit(new MLContext(), Options with { Seed = 8 }));
    }

    [Fact]
    public void Fit_SeedOfTheContext_GivesTheSameBits()
    {
        MlpRegressionOptions options = Options with { Seed = null };
        Assert.Equal(Fit(new MLContext(seed: 5), options), Fit(new MLContext(seed: 5), options));
        Assert.NotEqual(Fit(new MLContext(seed: 5), options), Fit(new MLContext(seed: 6), options));
    }

    [Fact]
    public void Fit_SameTrainerTwice_GivesTheSameBits()
    {
        var context = new MLContext(seed: 5);
        IDataView data = Samples.Boston(context);
        var trainer = context.Regression.Trainers.Mlp(Options with { Seed = null });
        Assert.Equal(Bits(trainer.Fit(data).Model.Network), Bits(trainer.Fit(data).Model.Network));
    }

    [Fact]
    public async Task Fit_BesideAnotherThread_GivesTheSameBits()
    {
        byte[] alone = Fit(new MLContext(), Options);
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Fit(new MLContext(), Options with { Seed = i == 2 ? 7 : i }))));
        Assert.Equal(alone, together[2]);
    }

    // Once, numbers handed to libtorch were freed by a garbage collection that another thread had started: fits failed now and then, or went wrong in silence.
    [Fact]
    public void Fit_WhileGarbageIsCollected_GivesTheSameBits()
    {
        byte[] alone = Fit(new MLContext(), Options);
        using var stop = new CancellationTokenSource();
        var collecting = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                Thread.Sleep(1);
            }
        });
        collecting.Start();
        try
        {
            for (int i = 0; i < 3; i++)
                Assert.Equal(alone, Fit(new MLContext(), Options));
        }
        finally
        {
            stop.Cancel();
            collecting.Join();
        }
    }
}
