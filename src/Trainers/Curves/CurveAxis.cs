namespace MLNet.LossExperiments.Curves;

/// <summary>What a loss is drawn against.</summary>
/// <param name="Name">What it is, for example <c>prediction − label</c>.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
internal sealed record CurveAxis(string Name, string Unit)
{
    /// <summary>The error of a prediction.</summary>
    public static CurveAxis Error { get; } = new("prediction − label", "label units");

    /// <summary>The raw score of a row.</summary>
    public static CurveAxis Score { get; } = new("score", "");

    /// <summary>By how much a positive row is ahead of a negative one, the two being the batch.</summary>
    public static CurveAxis Lead { get; } = new("score of a positive row − score of a negative row", "");

    /// <summary>The probability of the row's class, the other classes sharing the rest.</summary>
    public static CurveAxis Probability { get; } = new("probability of the row's class", "");

    /// <summary>The raw score of the row's class, those of the others being 0.</summary>
    public static CurveAxis ClassScore { get; } = new("score of the row's class, others 0", "");

    /// <summary>The name, with the unit if there is one.</summary>
    public override string ToString() => Unit.Length == 0 ? Name : $"{Name} ({Unit})";
}
