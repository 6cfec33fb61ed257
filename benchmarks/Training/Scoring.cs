using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments;
using static TorchSharp.torch;

/// <summary>Rows a second that a fitted model scores, through the cursors of <c>Transform</c>, and what libtorch does, on one thread.</summary>
internal static class Scoring
{
    private const int Repeats = 7;

    public static void Print()
    {
        // Loads the library on systems where TorchSharp alone does not find it.
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(MlpBinaryOptions).Module.ModuleHandle);
        set_num_threads(1);
        Console.WriteLine("| network | how | rows a second, median |");
        Console.WriteLine("|---|---|---|");
        Measure(13, [64, 32], 1, 500_000, 100_000);
        Measure(784, [512, 256, 256, 128], 10, 20_000, 4_000);
    }

    private static void Measure(int features, int[] hidden, int outputs, int rows, int single)
    {
        var context = new MLContext(1);
        Workload work = Workload.All.Single(work => work.Name == "b") with { Rows = 400, Features = features, Hidden = hidden };
        ITransformer model = outputs == 1
            ? context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { LabelColumnName = "Positive", HiddenSizes = hidden, Epochs = 1, Patience = null }).Fit(OwnTraining.Rows(context, work with { Task = "binary" }))
            : context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { LabelColumnName = "Class", HiddenSizes = hidden, Epochs = 1, Patience = null }).Fit(OwnTraining.Rows(context, work));
        IDataView scored = model.Transform(new RepeatedRow(features, rows));
        string name = string.Join("-", [features, .. hidden, outputs]);
        DataViewSchema.Column column = scored.Schema["Score"];
        double through = Median(() =>
        {
            using DataViewRowCursor cursor = scored.GetRowCursor([column]);
            if (outputs == 1)
            {
                ValueGetter<float> get = cursor.GetGetter<float>(column);
                float value = 0;
                while (cursor.MoveNext())
                    get(ref value);
            }
            else
            {
                ValueGetter<VBuffer<float>> get = cursor.GetGetter<VBuffer<float>>(column);
                VBuffer<float> value = default;
                while (cursor.MoveNext())
                    get(ref value);
            }
            return rows;
        });
        Console.WriteLine($"| {name} | ours, Transform, a row at a time | {through:N0} |");
        var layers = new List<(string, nn.Module<Tensor, Tensor>)>();
        long width = features;
        foreach (int units in hidden)
        {
            layers.Add(($"linear{layers.Count}", nn.Linear(width, units)));
            layers.Add(($"relu{layers.Count}", nn.ReLU()));
            width = units;
        }
        layers.Add(("last", nn.Linear(width, outputs)));
        using var network = nn.Sequential(layers);
        network.eval();
        using var noGrad = no_grad();
        foreach (int batch in new[] { 1, 1024 })
        {
            using Tensor x = randn(batch, features);
            int calls = batch == 1 ? single : Math.Max(1, rows / batch);
            double torch = Median(() =>
            {
                for (int call = 0; call < calls; call++)
                {
                    using var scope = NewDisposeScope();
                    network.call(x);
                }
                return (long)calls * batch;
            });
            Console.WriteLine($"| {name} | libtorch, {(batch == 1 ? "a row at a time" : $"batches of {batch:N0}")} | {torch:N0} |");
        }
    }

    private static double Median(Func<long> run)
    {
        var rates = new List<double>();
        for (int repeat = 0; repeat < Repeats + 1; repeat++)
        {
            long started = Stopwatch.GetTimestamp();
            long rows = run();
            // The first compiles.
            if (repeat > 0)
                rates.Add(rows / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        return rates.Order().ElementAt(Repeats / 2);
    }
}
