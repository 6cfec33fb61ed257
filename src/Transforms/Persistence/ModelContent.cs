using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>Everything that a fitted model consists of, whatever its task: what is saved and what is loaded.</summary>
/// <param name="Members">One network, or those of an ensemble, all of one architecture.</param>
/// <param name="Form">What their outputs mean.</param>
/// <param name="Calibration">For binary classification: turns scores into probabilities; null where the loss gives them, or none are wanted.</param>
internal sealed record ModelContent(IReadOnlyList<FittedMember> Members, PredictionForm Form, ScoreCalibration? Calibration = null);
