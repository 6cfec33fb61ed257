namespace MLNet.LossExperiments;

/// <summary>Options are out of range. All faults are reported together.</summary>
public sealed class MlpOptionsException : ArgumentException
{
    internal MlpOptionsException(IReadOnlyList<OptionFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>The faults, at least one.</summary>
    public IReadOnlyList<OptionFault> Faults { get; }
}
