namespace MLNet.LossExperiments;

/// <summary>What is wrong with an option.</summary>
/// <param name="Option">The name of the property, for example <c>BatchSize</c>.</param>
/// <param name="Message">The rest of a sentence that begins with the option's name: what its value is and what is allowed.</param>
public sealed record OptionFault(string Option, string Message)
{
    internal OptionFault(string option, InvariantText message)
        : this(option, message.ToStringAndClear())
    {
    }

    /// <summary>The sentence.</summary>
    /// <returns>For example <c>BatchSize is 0, but must be at least 1.</c></returns>
    public override string ToString() => $"{Option} {Message}";
}
