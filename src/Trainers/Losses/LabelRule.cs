using System.Diagnostics;

namespace MLNet.LossExperiments.Losses;

/// <summary>What a <see cref="LabelDomain"/> holds, and how to say so.</summary>
internal static class LabelRule
{
    public static bool Holds(this LabelDomain domain, double label) => domain switch
    {
        LabelDomain.AnyNumber => true,
        LabelDomain.NonNegative => label >= 0,
        LabelDomain.Positive => label > 0,
        LabelDomain.NonZero => label != 0,
        _ => throw new UnreachableException(),
    };

    /// <summary>For example <c>greater than 0</c>.</summary>
    public static string InWords(this LabelDomain domain) => domain switch
    {
        LabelDomain.AnyNumber => "any number",
        LabelDomain.NonNegative => "at least 0",
        LabelDomain.Positive => "greater than 0",
        LabelDomain.NonZero => "any number but 0",
        _ => throw new UnreachableException(),
    };

    /// <summary>For example <c>The loss 'gamma' takes labels greater than 0.</c></summary>
    public static string LabelDemand(this RegressionLoss loss) => loss.Labels switch
    {
        LabelDomain.AnyNumber => $"The loss '{loss}' takes any label.",
        LabelDomain.NonNegative => $"The loss '{loss}' takes labels of at least 0.",
        LabelDomain.Positive => $"The loss '{loss}' takes labels greater than 0.",
        LabelDomain.NonZero => $"The loss '{loss}' takes any label but 0.",
        _ => throw new UnreachableException(),
    };
}
