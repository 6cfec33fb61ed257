using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>The range of outputs in the JSON document: identity, tanh, sigmoid, softplus, or scaled, which is minimum + (maximum − minimum) · sigmoid. An end that there is not is null.</summary>
internal sealed record OutputRangeDocument(string Function, float? Minimum, float? Maximum)
{
    public static OutputRangeDocument Of(OutputRange range) => new(range.Function.ToString().ToLowerInvariant(), Finite(range.Minimum), Finite(range.Maximum));

    private static float? Finite(float end) => float.IsFinite(end) ? end : null;
}
