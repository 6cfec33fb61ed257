using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private readonly MLContext _context = new(seed: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static MlpRegressionOptions Options => new()
    {
        HiddenSizes = [8], Dropout = 0.2, BatchNormalization = true, Epochs = 12, BatchSize = 16, Patience = 6, Optimizer = Optimizer.Adam(0.01), AveragingDecay = 0.9, Seed = 7,
    };

    private string Path => System.IO.Path.Combine(_folder.FullName, "deeper", "fit.checkpoint");

    public void Dispose() => _folder.Delete(recursive: true);

    private MlpRegressionModel Fit(MlpRegressionOptions options) => _context.Regression.Trainers.Mlp(options).Fit(Samples.Boston(_context)).Model;

    private void FitUntil(int epoch, MlpRegressionOptions options) => Assert.Throws<NotSupportedException>(() => Fit(options with { Observers = [new Breaker(epoch)] }));

    public static TheoryData<string> Optimizers => [.. OptimizerCatalog.All.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ResumeFrom_InterruptedFit_EndsWithTheSameBits(string optimizer)
    {
        // A tenth of the default rate, at which gradient descent on labels in their own unit can diverge.
        Optimizer chosen = OptimizerCatalog.All.Parse(optimizer);
        chosen = chosen with { LearningRate = chosen.LearningRate / 10 };
        MlpRegressionOptions options = Options with { Optimizer = chosen, Dropout = chosen.IsFullBatch ? 0 : 0.2, Members = 2 };
        MlpRegressionModel whole = Fit(options);
        FitUntil(5, options with { Checkpoint = new(Path) });

        MlpRegressionModel resumed = Fit(options with { ResumeFrom = Path });

        Assert.Equal(Bits.Of(whole.Members), Bits.Of(resumed.Members));
        for (int member = 0; member < whole.Members.Count; member++)
        {
            TrainingHistory expected = whole.Members[member].History, actual = resumed.Members[member].History;
            Assert.Equal(expected.Epochs.Select(epoch => epoch with { Seconds = 0 }), actual.Epochs.Select(epoch => epoch with { Seconds = 0 }));
            Assert.Equal((expected.BestEpoch, expected.StopReason), (actual.BestEpoch, actual.StopReason));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(128)]
    public void ResumeFrom_ScheduleThatListensAndStreamedRows_EndsWithTheSameBits(int? most)
    {
        MlpRegressionOptions options = Options with { Schedule = LearningRateSchedule.Plateau(0.5, patience: 0) with { WarmupEpochs = 1.5 }, MaxRowsInMemory = most, BatchNormalization = most is null };
        MlpRegressionModel whole = Fit(options);
        FitUntil(5, options with { Checkpoint = new(Path) { EveryEpochs = null, Every = TimeSpan.FromTicks(1) } });
        MlpRegressionModel resumed = Fit(options with { ResumeFrom = Path });
        Assert.Equal(Bits.Of(whole.Members), Bits.Of(resumed.Members));
        Assert.True(whole.History.Epochs[^1].LearningRate < 0.01);
    }

    [Fact]
    public void ResumeFrom_NoSeedGiven_TakesTheCheckpointsSeed()
    {
        MlpRegressionOptions options = Options with { BatchNormalization = false, AveragingDecay = null, Seed = null };
        MlpRegressionModel whole = Fit(options with { Checkpoint = new(Path) });
        MlpRegressionModel resumed = new MLContext(seed: 99).Regression.Trainers.Mlp(options with { ResumeFrom = Path }).Fit(Samples.Boston(_context)).Model;
        Assert.Equal(whole.History.Seed, resumed.History.Seed);
        Assert.Equal(Bits.Of(whole.Members), Bits.Of(resumed.Members));
    }

    [Fact]
    public void ResumeFrom_FitThatHadEnded_GivesItsModel()
    {
        MlpRegressionModel whole = Fit(Options with { Checkpoint = new(Path) { EveryEpochs = 1000 } });
        Assert.Equal(Bits.Of(whole.Members), Bits.Of(Fit(Options with { ResumeFrom = Path }).Members));
    }

    [Fact]
    public void Checkpoint_EveryThirdEpoch_IsWrittenThen()
    {
        FitUntil(5, Options with { Checkpoint = new(Path) { EveryEpochs = 3 } });
        var start = new Breaker(5);
        Assert.Throws<NotSupportedException>(() => Fit(Options with { ResumeFrom = Path, Observers = [start] }));
        Assert.Equal(4, start.FirstEpoch);
        Assert.Single(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public void ResumeFrom_OtherOptionsOrRows_NamesTheDifferences()
    {
        FitUntil(2, Options with { Checkpoint = new(Path) });
        var error = Assert.Throws<MlpTrainingException>(() => Fit(Options with { ResumeFrom = Path, BatchSize = 8, Seed = 9 }));
        Assert.Contains("batch size: 16 then, 8 now; seed: 7 then, 9 now", error.Message, StringComparison.Ordinal);

        IDataView fewer = _context.Data.TakeRows(Samples.Boston(_context), 400);
        var other = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Options with { ResumeFrom = Path }).Fit(fewer));
        Assert.Contains("training rows: ", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResumeFrom_OtherOptions_SaysEachInAReadableSentence()
    {
        FitUntil(2, Options with { Checkpoint = new(Path) });
        var error = Assert.Throws<MlpTrainingException>(() => Fit(Options with { ResumeFrom = Path, OutputScaling = false, Optimizer = Optimizer.Adam(0.02) }));
        Assert.Equal(
            $"The checkpoint '{Path}' is of another fit (optimizer learning rate: 0.01 then, 0.02 now; output scaling: none then, false now). Resume with the same data and options, or start anew.", error.Message);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(128, false)]
    [InlineData(null, true)]
    public void ResumeFrom_OtherFeaturesOrWeights_IsRefused(int? most, bool areWeightsOther)
    {
        MlpRegressionOptions options = Options with { MaxRowsInMemory = most, ExampleWeightColumnName = nameof(NumberRow.Weight) };
        NumberRow[] plane = [.. Samples.Plane(300)];
        NumberRow[] others = [.. Samples.Plane(300)];
        if (areWeightsOther)
            others[200].Weight = 2;
        else
            others[200].Features[1] += 1e-3f;
        void Train(NumberRow[] rows, MlpRegressionOptions chosen) => _context.Regression.Trainers.Mlp(chosen).Fit(_context.Data.LoadFromEnumerable(rows));

        Assert.Throws<NotSupportedException>(() => Train(plane, options with { Checkpoint = new(Path), Observers = [new Breaker(2)] }));

        var error = Assert.Throws<MlpTrainingException>(() => Train(others, options with { ResumeFrom = Path }));
        Assert.Matches(@"is of another fit \((training|validation) rows: \d+ rows \([0-9A-F]{16}\) then, \d+ rows \([0-9A-F]{16}\) now", error.Message);
        Train(plane, options with { ResumeFrom = Path });
    }

    [Fact]
    public void ResumeFrom_MissingOrDamagedFile_SaysSo()
    {
        var missing = Assert.Throws<MlpTrainingException>(() => Fit(Options with { ResumeFrom = Path }));
        Assert.Equal($"There is no checkpoint '{Path}' to resume from.", missing.Message);

        FitUntil(2, Options with { Checkpoint = new(Path) });
        byte[] intact = File.ReadAllBytes(Path);
        var random = new Random(3);
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = (byte[])intact.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Path, i % 2 == 0 ? damaged : damaged[..random.Next(damaged.Length)]);
            var error = Assert.Throws<MlpTrainingException>(() => Fit(Options with { ResumeFrom = Path }));
            Assert.StartsWith($"The checkpoint '{Path}' cannot be read: ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Checkpoint_FolderThatCannotBe_SaysSo()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "deeper"), "a file");
        var error = Assert.Throws<MlpTrainingException>(() => Fit(Options with { Checkpoint = new(Path) }));
        Assert.StartsWith($"The checkpoint '{Path}' cannot be written: ", error.Message, StringComparison.Ordinal);
    }

    private sealed class Breaker(int epoch) : ITrainingObserver
    {
        public int FirstEpoch { get; private set; }

        public void FitStarted(FitStart start) => FirstEpoch = start.FirstEpoch;

        public void EpochStarted(int number)
        {
            if (number == epoch + 1)
                throw new NotSupportedException();
        }
    }
}
