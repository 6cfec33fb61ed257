using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The rows of a fit on its device: to train on, and to validate on if there are any.</summary>
internal sealed record FitRowSets(RowTable Training, RowTable? Validation, int SkippedCount)
{
    /// <summary>Reads the rows; where early stopping needs validation rows and none are given, splits them off.</summary>
    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    public static FitRowSets Read(FitRequest request, LearningTask task, MlpOptions options, torch.Generator split, torch.Device device, Action checkAlive)
    {
        if (request.Validation is { } given && given.FeatureCount != request.Training.FeatureCount)
            throw new MlpTrainingException($"The validation rows have {given.FeatureCount} features, but the training rows have {request.Training.FeatureCount}.");
        (RowTable training, int skipped) = ReadOne(request.Training, "training", request, task, checkAlive);
        RowTable? validation = null;
        if (request.Validation is not null)
        {
            (validation, int skippedToo) = ReadOne(request.Validation, "validation", request, task, checkAlive);
            skipped += skippedToo;
        }
        else if (options.Patience is not null)
        {
            (torch.Tensor kept, torch.Tensor splitOff) = ValidationSplit.Split(training, options.ValidationFraction, task.IsStratified, split);
            (training, validation) = (training.Select(kept), training.Select(splitOff));
        }
        if (options.BatchNormalization && training.Count < 2)
            throw new MlpTrainingException("Batch normalisation needs at least two training rows, but there is one.");
        ThrowIfWeightless(training, "training");
        ThrowIfWeightless(validation, "validation");
        if (task.FindOddity(training, request.Training.Label.Name) is { } oddity)
            request.Warn(oddity);
        return new FitRowSets(training.WithWeightsOfMeanOne().To(device), validation?.To(device), skipped);
    }

    private static (RowTable Rows, int Skipped) ReadOne(FitRows rows, string name, FitRequest request, LearningTask task, Action checkAlive)
    {
        (RowTable table, SkippedRows skipped) = RowReader.Read(rows, task.TargetKind(rows), checkAlive);
        if (skipped.Count > 0)
            request.Warn($"Left out {skipped.Count} of {skipped.Count + table.Count} {name} rows: {skipped}.");
        return (table, skipped.Count);
    }

    private static void ThrowIfWeightless(RowTable? rows, string name)
    {
        if (rows?.Weights is { } weights && weights.max().item<float>() == 0)
            throw new MlpTrainingException($"The weight of every {name} row is 0. At least one must be greater than 0.");
    }
}
