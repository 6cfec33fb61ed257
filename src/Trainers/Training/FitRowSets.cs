using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The rows of a fit: to train on, and to validate on if there are any; in memory, or streamed where there are more than may be held.</summary>
internal sealed record FitRowSets(RowSource Training, RowSource? Validation, TargetSummary Summary, long SkippedCount)
{
    /// <summary>Reads the rows; where early stopping needs validation rows and none are given, splits them off.</summary>
    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    public static FitRowSets Read(FitRequest request, LearningTask task, TargetRule rule, MlpOptions options, MemberRandom random, torch.Device device, Action checkAlive)
    {
        if (request.Validation is { } given && given.FeatureCount != request.Training.FeatureCount)
            throw new MlpTrainingException($"The validation rows have {given.FeatureCount} features, but the training rows have {request.Training.FeatureCount}.");
        var reading = new Reading(request, task, rule, options, random, device, checkAlive);
        FitRowSets sets = reading.InMemory() ?? reading.Streamed();
        if (options.BatchNormalization && sets.Training.Count < 2)
            throw new MlpTrainingException("Batch normalisation needs at least two training rows, but there is one.");
        if (task.FindOddity(sets.Summary, request.Training.Label.Name) is { } oddity)
            request.Warn(oddity);
        if (FewRows.FindWarning(sets.Training.Count) is { } few)
            request.Warn(few);
        return sets;
    }

    private sealed class Reading(FitRequest request, LearningTask task, TargetRule rule, MlpOptions options, MemberRandom random, torch.Device device, Action checkAlive)
    {
        private readonly RowBuffers _buffers = new(request.Training.FeatureCount, rule.Width);
        private readonly int _classes = task.ClassCount(request.Training);

        private readonly bool _needsValidation = options.Patience is not null || task.Calibration != CalibrationKind.None;

        // The bound on what is held; blocks are of whole batches, so that only the last batch of an epoch may be short.
        private readonly int _most = options.MaxRowsInMemory is { } most ? Math.Max(options.BatchSize, most / options.BatchSize * options.BatchSize) : int.MaxValue;

        /// <summary>Null if there are too many.</summary>
        public FitRowSets? InMemory()
        {
            if (ReadAll(request.Training, "training") is not var (training, skipped))
                return null;
            RowTable? validation = null;
            if (request.Validation is not null)
            {
                if (ReadAll(request.Validation, "validation") is not var (table, skippedToo))
                    return null;
                (validation, skipped) = (table, skipped + skippedToo);
            }
            else if (_needsValidation)
            {
                (torch.Tensor kept, torch.Tensor splitOff) = ValidationSplit.Split(training, options.ValidationFraction, task.IsStratified, random.Split);
                (training, validation) = (training.Select(kept), training.Select(splitOff));
            }
            TargetSummary summary = TargetSummary.Of(training, rule, _classes);
            ThrowIfWeightless(summary, "training");
            return new FitRowSets(Held(training, summary.MeanWeight), validation is null ? null : HeldValidation(validation, summary.MeanWeight), summary, skipped);
        }

        public FitRowSets Streamed()
        {
            if (options.Optimizer.IsFullBatch)
                throw new MlpTrainingException($"The optimizer {options.Optimizer.Name} takes all rows in each step, but there are more than the {options.MaxRowsInMemory} that may be in memory. Take another optimizer, or allow more rows.");
            bool splitsOff = request.Validation is null && _needsValidation;
            (TargetSummary all, long skipped) = Survey(request.Training, "training", null);
            if (request.Validation is not null)
            {
                (TargetSummary others, long skippedToo) = Survey(request.Validation, "validation", null);
                ThrowIfWeightless(others, "validation");
                ThrowIfWeightless(all, "training");
                return new FitRowSets(
                    Streaming(request.Training, all.RowCount, all.MeanWeight, null), Streaming(request.Validation, others.RowCount, all.MeanWeight, null), all, skipped + skippedToo);
            }
            if (!splitsOff)
            {
                ThrowIfWeightless(all, "training");
                return new FitRowSets(Streaming(request.Training, all.RowCount, all.MeanWeight, null), null, all, skipped);
            }
            // No more validation rows than are held: they are read once.
            ulong threshold = (ulong)(Math.Min(options.ValidationFraction, (double)_most / all.RowCount) * ulong.MaxValue);
            bool IsValidation(DataViewRowId id) => random.Place(id.Low, id.High) < threshold;
            bool IsTraining(DataViewRowId id) => !IsValidation(id);
            (TargetSummary training, _) = Survey(request.Training, null, IsTraining);
            ThrowIfWeightless(training, "training");
            RowTable validation = ReadMost(request.Training, IsValidation);
            return new FitRowSets(
                Streaming(request.Training, training.RowCount, training.MeanWeight, IsTraining), validation.Count == 0 ? null : HeldValidation(validation, training.MeanWeight), training, skipped);
        }

        private (RowTable Rows, long Skipped)? ReadAll(FitRows rows, string name)
        {
            using var reader = new RowReader(rows, rule, _buffers, checkAlive);
            RowTable table = reader.Read(_most);
            if (!reader.IsAtEnd && reader.Read(1).Count > 0)
            {
                table.Dispose();
                return null;
            }
            Warn(reader.Skipped, table.Count, name);
            return (table, reader.Skipped.Count);
        }

        private RowTable ReadMost(FitRows rows, Func<DataViewRowId, bool> isWanted)
        {
            using var reader = new RowReader(rows, rule, _buffers, checkAlive, isWanted);
            return reader.Read(_most);
        }

        // One pass that keeps no rows.
        private (TargetSummary Summary, long Skipped) Survey(FitRows rows, string? name, Func<DataViewRowId, bool>? isWanted)
        {
            var summary = new TargetSummary(rule, _classes);
            using var reader = new RowReader(rows, rule, _buffers, checkAlive, isWanted);
            while (!reader.IsAtEnd)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                summary.Add(reader.Read(_most));
            }
            if (name is not null)
                Warn(reader.Skipped, summary.RowCount, name);
            return (summary, reader.Skipped.Count);
        }

        private InMemoryRows Held(RowTable table, double meanWeight) => new(table.WithWeightsDividedBy(meanWeight).To(device));

        private InMemoryRows HeldValidation(RowTable table, double meanWeight)
        {
            ThrowIfWeightless(TargetSummary.Of(table, rule, _classes), "validation");
            return Held(table, meanWeight);
        }

        private StreamedRows Streaming(FitRows rows, int count, double meanWeight, Func<DataViewRowId, bool>? isWanted) =>
            new(rows, rule, _buffers, _most, count, meanWeight, isWanted, device, checkAlive);

        private void Warn(SkippedRows skipped, int kept, string name)
        {
            if (kept == 0)
                throw new MlpTrainingException(skipped.Count == 0 ? "There are no rows to train on or validate with." : $"All {skipped.Count} rows had to be left out: {skipped}. Fill in missing values first, for example with ReplaceMissingValues.");
            if (skipped.Count > 0)
                request.Warn($"Left out {skipped.Count} of {skipped.Count + kept} {name} rows: {skipped}.");
        }

        private static void ThrowIfWeightless(TargetSummary summary, string name)
        {
            if (summary.TotalWeight == 0)
                throw new MlpTrainingException($"The weight of every {name} row is 0. At least one must be greater than 0.");
        }
    }
}
