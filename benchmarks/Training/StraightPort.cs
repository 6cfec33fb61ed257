using System.Diagnostics;
using MLNet.LossExperiments.Losses;
using static TorchSharp.torch;

/// <summary>A workload as one would write it with TorchSharp's modules: the stand-in for today's PyTorch, as it is the same libtorch.</summary>
internal static class StraightPort
{
    public static (double Seconds, double Loss) Run(Workload work)
    {
        // Loads the library on systems where TorchSharp alone does not find it.
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(RegressionLoss).Module.ModuleHandle);
        (float[] features, float[] labels) = work.Data();
        Tensor x = tensor(features, [work.Rows, work.Features]);
        Tensor y = work.Task == "multiclass" ? tensor(labels).to_type(int64) : tensor(labels, [work.Rows, 1]);
        WarmUp.Run(() => Train(work, x, y));
        return Train(work, x, y);
    }

    /// <summary>The matrix products of a workload alone, forward and backward.</summary>
    public static (double Seconds, double Loss) Products(Workload work)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(RegressionLoss).Module.ModuleHandle);
        int[] sizes = [work.Features, .. work.Hidden, work.Outputs];
        Tensor[] weights = [.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => randn(inputs, outputs))];
        Tensor[] activations = [.. sizes.Select(size => randn(work.Batch, size))];
        long steps = work.Steps;
        long started = 0;
        for (long step = -steps / 4; step < steps; step++)
        {
            if (step == 0)
                started = Stopwatch.GetTimestamp();
            using var scope = NewDisposeScope();
            for (int i = 0; i < weights.Length; i++)
            {
                activations[i].mm(weights[i]);
                activations[i].t().mm(activations[i + 1]);
                if (i > 0)
                    activations[i + 1].mm(weights[i].t());
            }
        }
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, double.NaN);
    }

    private static (double Seconds, double Loss) Train(Workload work, Tensor x, Tensor y)
    {
        random.manual_seed(1);
        var layers = new List<(string, nn.Module<Tensor, Tensor>)>();
        if (work.BatchNorm)
            layers.Add(("norm", nn.BatchNorm1d(work.Features)));
        long width = work.Features;
        foreach (int units in work.Hidden)
        {
            layers.Add(($"linear{layers.Count}", nn.Linear(width, units)));
            layers.Add(($"relu{layers.Count}", nn.ReLU()));
            if (work.Dropout > 0)
                layers.Add(($"dropout{layers.Count}", nn.Dropout(work.Dropout)));
            width = units;
        }
        layers.Add(("last", nn.Linear(width, work.Outputs)));
        using var model = nn.Sequential(layers);
        using optim.Optimizer optimizer = work.Optimizer == "sgd" ? optim.SGD(model.parameters(), work.LearningRate) : optim.Adam(model.parameters(), work.LearningRate);
        using nn.Module<Tensor, Tensor, Tensor> loss = work.Loss switch { "mse" => nn.MSELoss(), "bce" => nn.BCEWithLogitsLoss(), _ => nn.CrossEntropyLoss() };
        model.train();
        double last = 0;
        long started = Stopwatch.GetTimestamp();
        for (int epoch = 0; epoch < work.Epochs; epoch++)
        {
            using var scope = NewDisposeScope();
            Tensor order = randperm(work.Rows), shuffled = x.index_select(0, order), targets = y.index_select(0, order), total = zeros(1);
            for (long start = 0; start < work.Rows; start += work.Batch)
            {
                using var step = NewDisposeScope();
                long count = Math.Min(work.Batch, work.Rows - start);
                optimizer.zero_grad();
                Tensor value = loss.call(model.call(shuffled.narrow(0, start, count)), targets.narrow(0, start, count));
                value.backward();
                optimizer.step();
                total.add_(value.detach() * count);
            }
            last = total.item<float>() / work.Rows;
        }
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, last);
    }
}
