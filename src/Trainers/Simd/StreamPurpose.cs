namespace MLNet.LossExperiments.Simd;

/// <summary>What a random stream is for. The numbers are part of every stream's start: renumbering changes all results.</summary>
internal enum StreamPurpose : uint
{
    /// <summary>Divides rows that are given into training, validation and test rows before any fit.</summary>
    Sets = 1,

    /// <summary>Divides the rows of an experiment into folds.</summary>
    Folds = 2,

    /// <summary>The seed of one fold of an experiment.</summary>
    Fold = 3,

    /// <summary>Splits validation rows off the training rows of a fit.</summary>
    Validation = 4,

    /// <summary>Initial weights.</summary>
    Weights = 5,

    /// <summary>The order of the rows in an epoch.</summary>
    Order = 6,

    /// <summary>Dropout masks of an epoch.</summary>
    Dropout = 7,

    /// <summary>A fixed order in which rows are measured.</summary>
    Mixing = 8,
}
