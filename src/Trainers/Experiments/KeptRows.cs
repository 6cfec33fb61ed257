using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Rows held out of which predictions are kept.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Kind">What their labels are.</param>
/// <param name="Numbers">Their numbers in the data; empty where they cannot be told.</param>
internal sealed record KeptRows(RowTable Rows, TargetKind Kind, IReadOnlyList<int> Numbers)
{
    /// <summary>Some rows, spread evenly over all.</summary>
    /// <param name="all">The rows held out.</param>
    /// <param name="kind">What their labels are.</param>
    /// <param name="numbers">Their numbers in the data; empty where they cannot be told.</param>
    /// <param name="most">How many to keep, at least 1.</param>
    public static KeptRows Of(RowTable all, TargetKind kind, IReadOnlyList<int> numbers, int most)
    {
        int count = Math.Min(most, all.Count);
        int[] places = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * all.Count / count))];
        using torch.Tensor indices = torch.tensor(places.Select(place => (long)place).ToArray()).to(all.Features.device);
        return new KeptRows(all.Select(indices), kind, numbers.Count == 0 ? [] : [.. places.Select(place => numbers[place])]);
    }

    /// <summary>The predictions with their labels.</summary>
    /// <param name="predictions">The predictions that metrics judge, [rows, outputs].</param>
    public HeldOutPredictions With(torch.Tensor predictions)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor targets = Rows.Targets.cpu();
        if (Kind == TargetKind.Number)
            return Of(targets, predictions);
        torch.Tensor classes = Kind == TargetKind.Class ? targets : targets.argmax(1);
        return Of(classes, predictions.gather(1, classes.unsqueeze(1)));
    }

    private HeldOutPredictions Of(torch.Tensor labels, torch.Tensor scores) => new(Numbers, NumbersOf(labels), NumbersOf(scores));

    private static float[] NumbersOf(torch.Tensor tensor) => tensor.to_type(torch.float32).reshape(-1).data<float>().ToArray();
}
