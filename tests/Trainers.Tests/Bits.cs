using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests;

/// <summary>The weights of networks as bytes, to compare to the bit.</summary>
internal static class Bits
{
    public static byte[] Of(MlpNetwork network) =>
        [.. network.Layers.SelectMany(layer => layer.Weights.ToArray().Concat(layer.Bias.ToArray())).SelectMany(BitConverter.GetBytes)];

    public static byte[] Of(IEnumerable<FittedMember> members) => [.. members.SelectMany(member => Of(member.Network))];
}
