using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Scoring;
using TorchSharp;

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
        // The rows are scaled already.
        var predictor = new BinaryPredictor([.. members.Select(member => member with { Network = member.Network.WithoutInputScaler() })], form);
        var scores = new List<float>();
        var labels = new List<bool>();
        var weights = new List<float>();
        foreach (RowTable block in validation.Blocks())
        {
            // Features of all rows may be more than one array or span can hold.
            long most = Math.Max(1, TensorMemory.BytesAtOnce / sizeof(float) / Math.Max(1, predictor.FeatureCount));
            for (long start = 0; start < block.Count; start += most)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                RowTable part = block.Slice(start, Math.Min(most, block.Count - start));
                var partScores = new float[part.Count];
                BatchScorer.Run(predictor, TensorMemory.SpanOf<float>(part.Features.cpu()), part.Count, partScores);
                scores.AddRange(partScores);
            }
            labels.AddRange(block.Targets.cpu().data<float>().ToArray().Select(label => label > 0.5f));
            if (block.Weights is not null)
                weights.AddRange(block.Weights.cpu().data<float>().ToArray());
        }
        if (labels.TrueForAll(label => label) || labels.TrueForAll(label => !label))
            throw new MlpTrainingException($"Scores cannot be calibrated: all {labels.Count} validation rows have the label {(labels[0] ? "true" : "false")}. Give more validation rows, or set Calibration to None.");
        return request.FitCalibration(kind, scores.ToArray(), labels.ToArray(), weights.ToArray());
    }
}
