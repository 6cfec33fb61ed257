namespace MLNet.LossExperiments.Models;

/// <summary>How the scores of a binary model are turned into probabilities after the fit.</summary>
public enum CalibrationKind
{
    /// <summary>Not at all: there are probabilities where the loss gives them.</summary>
    None = 0,

    /// <summary>By a logistic curve (Platt 1999): two numbers, for few rows.</summary>
    Platt = 1,

    /// <summary>By a rising step function (Zadrozny and Elkan 2002): any shape, for a thousand rows or more.</summary>
    Isotonic = 2,
}
