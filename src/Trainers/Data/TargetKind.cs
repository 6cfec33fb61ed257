namespace MLNet.LossExperiments.Data;

/// <summary>What the label of a row is.</summary>
internal enum TargetKind
{
    /// <summary>A number, or a vector of numbers: targets are [rows, width] of 32-bit floats.</summary>
    Number,

    /// <summary>A class: targets are [rows] of 64-bit integers from 0.</summary>
    Class,

    /// <summary>The probability of each class: targets are [rows, classes] of 32-bit floats.</summary>
    ClassProbabilities,
}
