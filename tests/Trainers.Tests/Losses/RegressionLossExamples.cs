using MLNet.LossExperiments.Losses;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>Regression losses, and rows with labels that suit them.</summary>
public static class RegressionLossExamples
{
    /// <summary>Each loss of the catalog with its defaults, then some with other parameters.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. LossCatalog.Regression.Entries.Select(entry => entry.ToString()),
        "huber:delta=0.3", "smooth-l1:beta=0.3", "quantile:tau=0.9", "quantiles:levels=0.05/0.25/0.75/0.95", "quantiles:levels=0.7", "expectile:tau=0.9", "epsilon-insensitive:epsilon=0",
        "epsilon-insensitive:epsilon=1", "tweedie:power=1.05", "tweedie:power=1.95", "cauchy:scale=0.3", "student-t:nu=1,scale=2", "student-t:nu=30,scale=0.5", "beta-nll:beta=0", "beta-nll:beta=1",
    ];

    /// <summary>Makes the loss, random outputs, and random targets of which there are two in a row.</summary>
    internal static (RegressionLoss Loss, torch.Tensor Outputs, torch.Tensor Targets) Of(string text, int rows)
    {
        RegressionLoss loss = LossCatalog.Regression.Parse(text);
        torch.Tensor outputs = torch.randn(rows, 2 * loss.OutputsPerTarget, dtype: torch.float64, generator: new torch.Generator(7, torch.CPU));
        torch.Tensor targets = torch.randn(rows, 2, dtype: torch.float64, generator: new torch.Generator(8, torch.CPU)) * 3;
        return (loss, outputs, loss.Labels switch
        {
            LabelDomain.NonNegative => targets.clamp_min(0),
            LabelDomain.Positive => targets.abs() + 0.1,
            LabelDomain.NonZero => torch.where(targets > 0, targets + 0.1, targets - 0.1),
            _ => targets,
        });
    }
}
