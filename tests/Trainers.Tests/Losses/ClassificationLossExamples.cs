using MLNet.LossExperiments.Losses;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>Classification losses, and rows with targets that suit them.</summary>
public static class ClassificationLossExamples
{
    private const int Classes = 4;

    /// <summary>Each binary loss of the catalog with its defaults, then some with other parameters.</summary>
    public static IReadOnlyList<string> Binary { get; } =
    [
        .. LossCatalog.Binary.Entries.Select(entry => entry.Create().Name),
        "bce-logits:positive-weight=3,label-smoothing=0", "bce-logits:positive-weight=1,label-smoothing=0.2", "focal:gamma=0,alpha=0.5", "focal:gamma=0.5,alpha=0.9", "smoothed-hinge:smoothing=0.3",
        "asymmetric:gamma-positive=0,gamma-negative=0,margin=0", "asymmetric:gamma-positive=0,gamma-negative=0.5,margin=0.2", "gce:q=0.01", "gce:q=1", "tversky:alpha=0.3,beta=0.7,smooth=0.5", "dice:smooth=0.1",
        "auc:surrogate=squared-hinge",
    ];

    /// <summary>Each multiclass loss of the catalog with its defaults, then some with other parameters.</summary>
    public static IReadOnlyList<string> Multiclass { get; } =
    [
        .. LossCatalog.Multiclass.Entries.Select(entry => entry.Create().Name),
        "cross-entropy:class-weights=1/0.5/3/2,label-smoothing=0", "cross-entropy:class-weights=none,label-smoothing=0.2", "cross-entropy:class-weights=2/1/0/4,label-smoothing=0.1", "nll:class-weights=1/0.5/3/2",
        "focal:gamma=0", "focal:gamma=0.5", "multi-margin:margin=0.5,power=2", "gce:q=0.01", "gce:q=1", "sce:alpha=1,beta=0", "poly-1:epsilon=-1",
    ];

    public static IEnumerable<string> All => Binary.Concat(Multiclass.Select(text => $"multiclass {text}"));

    /// <summary>Makes the loss, random outputs and random targets; multiclass losses are told apart by their first word.</summary>
    internal static (Loss Loss, torch.Tensor Outputs, torch.Tensor Targets) Of(string text, int rows)
    {
        torch.Tensor Normal(int columns) => torch.randn(rows, columns, dtype: torch.float64, generator: new torch.Generator(7, torch.CPU));
        if (!text.StartsWith("multiclass ", StringComparison.Ordinal))
        {
            // Of both classes some: the first row is negative, the second positive.
            torch.Tensor targets = torch.randint(0, 2, [rows, 1], torch.int64, generator: new torch.Generator(8, torch.CPU)).to_type(torch.float64);
            targets[0] = torch.tensor(0.0);
            if (rows > 1)
                targets[1] = torch.tensor(1.0);
            return (LossCatalog.Binary.Parse(text), Normal(1), targets);
        }
        MulticlassLoss loss = LossCatalog.Multiclass.Parse(text.Split(' ')[1]);
        return (loss, Normal(loss.OutputCount(Classes)), torch.randint(0, Classes, rows, torch.int64, generator: new torch.Generator(9, torch.CPU)));
    }

    internal static torch.Tensor As(this torch.Tensor targets, torch.ScalarType type) => targets.is_integral() ? targets : targets.to_type(type);
}
