namespace MLNet.LossExperiments;

/// <summary>
/// How a trainer brings features to one scale before the first layer. It is fitted to the training rows alone and becomes part of the model, which takes features as they are. Slots that hold nothing but 0 and 1, as
/// one-hot vectors and indicators do, stay as they are; a slot that is the same in all training rows counts as 0, whatever it holds later.
/// </summary>
public enum InputScaling
{
    /// <summary>To mean 0 and standard deviation 1, by the weights of the rows.</summary>
    Standardize = 0,

    /// <summary>To [0, 1], by the least and the greatest value.</summary>
    MinMax = 1,

    /// <summary>To median 0 and interquartile range 1 (the standard deviation where the quartiles are equal), of a sample where there are more than 65,536 rows. Outliers move it little; weights of rows do not count.</summary>
    Robust = 2,

    /// <summary>Not at all: features come in a scale that suits a network, about −3 to 3.</summary>
    None = 3,
}
