using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Training;

/// <summary>Fits a calibration to the scores that the fitted networks give the validation rows.</summary>
internal static class Calibrating
{
    /// <returns>Null where none is wanted.</returns>
    /// <exception cref="MlpTrainingException">The validation rows are all of one class.</exception>
    public static ScoreCalibration? Fit(FitRequest request, CalibrationKind kind, IReadOnlyList<FittedMember> members, PredictionForm form, RowSource? validation)
    {
        if (kind == CalibrationKind.None || validation is null)
            return null;
        var predictor = new BinaryPredictor(members, form);
        var scores = new List<float>();
        var labels = new List<bool>();
        var weights = new List<float>();
        foreach (RowTable block in validation.Blocks())
        {
            var blockScores = new float[block.Count];
            BatchScorer.Run(predictor, block.Features.cpu().flatten().data<float>().ToArray(), block.Count, blockScores);
            scores.AddRange(blockScores);
            labels.AddRange(block.Targets.cpu().data<float>().ToArray().Select(label => label > 0.5f));
            if (block.Weights is not null)
                weights.AddRange(block.Weights.cpu().data<float>().ToArray());
        }
        if (labels.TrueForAll(label => label) || labels.TrueForAll(label => !label))
            throw new MlpTrainingException($"Scores cannot be calibrated: all {labels.Count} validation rows have the label {(labels[0] ? "true" : "false")}. Give more validation rows, or set Calibration to None.");
        return request.FitCalibration(kind, scores.ToArray(), labels.ToArray(), weights.ToArray());
    }
}
