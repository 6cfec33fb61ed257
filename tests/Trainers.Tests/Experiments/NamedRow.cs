namespace MLNet.LossExperiments.Tests.Experiments;

/// <summary>A row whose only column is a name that no other row has.</summary>
public sealed class NamedRow
{
    public string Name { get; set; } = "";

    public bool Flag { get; set; }
}
