namespace MLNet.LossExperiments;

/// <summary>Training could not be done or went wrong: unusable rows, or a loss that left the numbers. The message says what to try.</summary>
public sealed class MlpTrainingException : InvalidOperationException
{
    internal MlpTrainingException(string message)
        : base(message)
    {
    }

    internal MlpTrainingException(InvariantText message)
        : this(message.ToStringAndClear())
    {
    }
}
