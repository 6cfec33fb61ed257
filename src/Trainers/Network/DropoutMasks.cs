using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>Inverted dropout (Srivastava et al. 2014): a mask of 0 and 1/(1 − p), which keeps the expectation, each member's from its own generator.</summary>
internal sealed class DropoutMasks(double probability, IReadOnlyList<torch.Generator> generators)
{
    public bool IsOn => probability > 0;

    /// <summary>A new mask of the shape of <paramref name="x"/>, [members, rows, units].</summary>
    public torch.Tensor Draw(torch.Tensor x)
    {
        double keep = 1 - probability;
        torch.Tensor mask = torch.empty_like(x);
        for (int member = 0; member < generators.Count; member++)
            mask.select(0, member).bernoulli_(keep, generators[member]);
        return mask.TimesInPlace(1 / keep);
    }
}
