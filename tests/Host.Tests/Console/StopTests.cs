using System.Runtime.InteropServices;
using Microsoft.ML;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT", 300)]
    [InlineData("INT", 2500)]
    [InlineData("TERM", 2500)]
    public void Run_Interrupted_ExitsWith130AndLeavesNothing(string signal, int milliseconds)
    {
        // Signals are those of Unix.
        if (OperatingSystem.IsWindows())
            return;
        using Tool tool = Tool.Start(
            _folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--epochs", "1000000", "--patience", "0", "-o", "out");

        Thread.Sleep(milliseconds);
        tool.Signal(signal);
        ToolResult result = tool.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.EndsWith("Stopped. Nothing was written." + Environment.NewLine, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    // The same command, killed in the middle and resumed, writes the same model as one that was left alone.
    [Theory]
    [InlineData("KILL", "regression --dataset boston.csv --label-col MEDV --epochs 400 --patience 0 --dropout 0.2 --members 2 --averaging-decay 0.99 --schedule cosine --seed 5")]
    [InlineData("KILL", "classification --dataset breast-cancer.csv --label-col diagnosis --epochs 400 --patience 0 --optimizer nadam --loss focal --seed 5")]
    [InlineData("INT", "classification --dataset digits.csv --label-col digit --epochs 60 --patience 0 --optimizer lion --schedule plateau:patience=1 --seed 5")]
    public void Run_KilledAndResumed_WritesTheSameModelAsUninterrupted(string signal, string line)
    {
        if (OperatingSystem.IsWindows())
            return;
        string[] command = [.. line.Split(' ').Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(Tool.Data, word) : word)];
        string checkpoint = Path.Combine(_folder.Path, "fit.checkpoint");
        using (Tool tool = Tool.Start(_folder.Path, [.. command, "--checkpoint", checkpoint, "--name", "killed"]))
        {
            for (DateTime limit = DateTime.UtcNow.AddMinutes(1); !File.Exists(checkpoint) && DateTime.UtcNow < limit;)
                Thread.Sleep(5);
            tool.Signal(signal);
            ToolResult stopped = tool.WaitForExit();
            Assert.NotEqual(0, stopped.ExitCode);
            if (signal == "INT")
                Assert.Contains($"run the same command with --resume {checkpoint} to go on.", stopped.Error, StringComparison.Ordinal);
        }
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "killed")));

        ToolResult resumed = Tool.Run(_folder.Path, [.. command, "--resume", checkpoint, "--name", "resumed", "--verbosity", "diag"]), whole = Tool.Run(_folder.Path, [.. command, "--name", "whole"]);

        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Contains(", going on from epoch ", resumed.Error, StringComparison.Ordinal);
        Assert.Matches(@"Trained on cpu in .* of that since epoch \d+, where this run went on \(.* in all\)\.", resumed.Output);
        Assert.Equal(ModelBytes("whole"), ModelBytes("resumed"));
    }

    // The weights and all that goes with them, but for how long each epoch took.
    private byte[] ModelBytes(string name)
    {
        using var bytes = new MemoryStream();
        var model = (IEnumerable<ITransformer>)new MLContext().Model.Load(Path.Combine(_folder.Path, name, "model.zip"), out _);
        foreach (FittedMember member in model.SelectMany(Members))
        {
            foreach (DenseLayer layer in member.Network.Layers)
            {
                bytes.Write(MemoryMarshal.AsBytes(layer.Weights));
                bytes.Write(MemoryMarshal.AsBytes(layer.Bias));
            }
            foreach (EpochRecord epoch in member.History.Epochs)
                bytes.Write(BitConverter.GetBytes(epoch.ValidationLoss!.Value));
        }
        Assert.True(bytes.Length > 1000);
        return bytes.ToArray();
    }

    private static IEnumerable<FittedMember> Members(ITransformer transformer) => transformer switch
    {
        ISingleFeaturePredictionTransformer<MlpRegressionModel> regression => regression.Model.Members,
        ISingleFeaturePredictionTransformer<MlpBinaryModel> binary => binary.Model.Members,
        ISingleFeaturePredictionTransformer<MlpMulticlassModel> multiclass => multiclass.Model.Members,
        _ => [],
    };

    public void Dispose() => _folder.Dispose();
}
