using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The randomness of all members of a cohort.</summary>
internal sealed class MemberRandoms(IReadOnlyList<int> seeds, torch.Device device) : IDisposable
{
    public IReadOnlyList<MemberRandom> Members { get; } = [.. seeds.Select(seed => new MemberRandom(seed, device))];

    public void Dispose()
    {
        foreach (MemberRandom member in Members)
            member.Dispose();
    }
}
