using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The randomness of all members of a cohort.</summary>
/// <param name="members">The seed of each fit, and the number of the member in its ensemble.</param>
/// <param name="device">Where the networks are.</param>
internal sealed class MemberRandoms(IEnumerable<(int Seed, int Member)> members, torch.Device device) : IDisposable
{
    public IReadOnlyList<MemberRandom> Members { get; } = [.. members.Select(member => new MemberRandom(member.Seed, device, member.Member))];

    public void Dispose()
    {
        foreach (MemberRandom member in Members)
            member.Dispose();
    }
}
