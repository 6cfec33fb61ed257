using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>What is done to features before the first layer, in the JSON document: (features[i] − offsets[i]) · factors[i].</summary>
internal sealed record InputScalingDocument(float[] Offsets, float[] Factors)
{
    public static InputScalingDocument? Of(InputScaler? scaler) => scaler is null ? null : new(scaler.Offsets.ToArray(), scaler.Factors.ToArray());
}
