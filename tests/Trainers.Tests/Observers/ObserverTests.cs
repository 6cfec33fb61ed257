using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Observers;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Observers;

public sealed class ObserverTests : IDisposable
{
    private readonly MLContext _context = new(seed: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static MlpRegressionOptions Options => new() { HiddenSizes = [4], Epochs = 4, BatchSize = 16, Patience = 10, Optimizer = Optimizer.Adam(0.01), Seed = 7 };

    public void Dispose() => _folder.Delete(recursive: true);

    private MlpRegressionModel Fit(MlpRegressionOptions options) => _context.Regression.Trainers.Mlp(options).Fit(_context.Data.LoadFromEnumerable(Samples.Plane(100))).Model;

    [Fact]
    public void CsvHistory_Fit_HasALineAnEpochAsTheHistoryHasIt()
    {
        string path = Path.Combine(_folder.FullName, "a", "history.csv");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            TrainingHistory history = Fit(Options with { Observers = [new CsvHistoryObserver(path, "rmse")] }).History;
            string[] lines = File.ReadAllLines(path);
            Assert.Equal("member,epoch,running_training_loss,training_loss,validation_loss,rmse,learning_rate,seconds", lines[0]);
            Assert.Equal(5, lines.Length);
            double[] third = [.. lines[3].Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            EpochRecord epoch = history.Epochs[2];
            Assert.Equal([0, 3, epoch.RunningTrainingLoss, epoch.TrainingLoss!.Value, epoch.ValidationLoss!.Value, epoch.ValidationMetric!.Value, 0.01, epoch.Seconds], third);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CsvHistory_NothingToSay_IsLeftEmpty()
    {
        string path = Path.Combine(_folder.FullName, "history.csv");
        Fit(Options with { Patience = null, MeasureTrainingLoss = false, Observers = [new CsvHistoryObserver(path)] });
        Assert.Matches(@"^0,1,[\d.E+-]+,,,,0.01,", File.ReadAllLines(path)[1]);
    }

    [Fact]
    public void TensorBoard_Fit_WritesEvents()
    {
        Fit(Options with { Observers = [new TensorBoardObserver(Path.Combine(_folder.FullName, "runs"))] });
        string file = Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "runs"), "events.out.tfevents.*"));
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
        Assert.Contains("brain.Event:2", text, StringComparison.Ordinal);
        foreach (string tag in new[] { "loss/running_training", "loss/training", "loss/validation", "metric/validation", "learning_rate" })
            Assert.Equal(4, text.Split(tag).Length - 1);
    }

    [Fact]
    public void Observers_PlacesThatCannotBe_SaySo()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var history = Assert.Throws<MlpTrainingException>(() => Fit(Options with { Observers = [new CsvHistoryObserver(Path.Combine(file, "h.csv"))] }));
        Assert.StartsWith($"The history '{Path.Combine(file, "h.csv")}' cannot be written: ", history.Message, StringComparison.Ordinal);
        var board = Assert.Throws<MlpTrainingException>(() => Fit(Options with { Observers = [new TensorBoardObserver(Path.Combine(file, "runs"))] }));
        Assert.StartsWith($"The TensorBoard folder '{Path.Combine(file, "runs")}' cannot be written: ", board.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CsvHistory_ResumedFit_GoesOnInTheFile()
    {
        string history = Path.Combine(_folder.FullName, "history.csv"), checkpoint = Path.Combine(_folder.FullName, "checkpoint");
        Fit(Options with { Checkpoint = new CheckpointOptions(checkpoint) { EveryEpochs = 1 }, Observers = [new CsvHistoryObserver(history)], TimeLimit = TimeSpan.FromTicks(1) });
        Assert.Equal(2, File.ReadAllLines(history).Length);
        File.AppendAllLines(history, ["0,2,999,,,,,"]);

        Fit(Options with { ResumeFrom = checkpoint, Observers = [new CsvHistoryObserver(history)] });

        Assert.Equal(["1", "2", "3", "4"], File.ReadAllLines(history).Skip(1).Select(line => line.Split(',')[1]));
        Assert.DoesNotContain(File.ReadAllLines(history), line => line.Contains(",999,", StringComparison.Ordinal));
    }

    [Fact]
    public void Observers_OwnCode_IsToldInOrder()
    {
        var teller = new Teller();
        Fit(Options with { Epochs = 2, Observers = [teller] });
        // 90 training rows in batches of 16 are 6 steps.
        Assert.Equal("start, epoch 1, 1 2 3 4 5 6 , ended 1, epoch 2, 7 8 9 10 11 12 , ended 2, end 1", teller.Told);
        Assert.InRange(teller.MeanLoss, 0.01, 100);
    }

    private sealed class Teller : ITrainingObserver
    {
        private double _sum;
        private long _steps;

        public string Told { get; private set; } = "";

        public double MeanLoss => _sum / _steps;

        public void FitStarted(FitStart start) => Told += "start, ";

        public void EpochStarted(int epoch) => Told += $"epoch {epoch}, ";

        public void StepTaken(TrainingStep taken)
        {
            Told += $"{taken.Number} ";
            _sum += taken.ReadLoss();
            _steps++;
        }

        public void EpochEnded(EpochRecord epoch, int member) => Told += $", ended {epoch.Epoch}, ";

        public void FitEnded(IReadOnlyList<TrainingHistory> histories) => Told += $"end {histories.Count}";
    }
}
