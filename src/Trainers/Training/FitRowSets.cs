using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Splits;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The rows of a fit: to train on, and to validate on if there are any; in memory, or streamed where there are more than may be held.</summary>
internal sealed record FitRowSets(RowSource Training, RowSource? Validation, TargetSummary Summary, long SkippedCount, InputScaler? InputScaler)
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

        private bool SplitsOff => request.Validation is null && _needsValidation;

        // The bound on what is held; blocks are of whole batches, so that only the last batch of an epoch may be short.
        private readonly int _most = options.MaxRowsInMemory is { } most ? Math.Max(options.BatchSize, most / options.BatchSize * options.BatchSize) : int.MaxValue;

        // Those of a stream number the groups alike in both passes.
        private RowMarks? _marks;

        /// <summary>Null if there are too many.</summary>
        public FitRowSets? InMemory()
        {
            RowMarks? marks = SplitsOff ? Marks() : null;
            if (ReadAll(request.Training, "training", marks) is not var (training, traits, skipped))
                return null;
            RowTable? validation = null;
            if (request.Validation is not null)
            {
                if (ReadAll(request.Validation, "validation") is not var (table, _, skippedToo))
                    return null;
                (validation, skipped) = (table, skipped + skippedToo);
            }
            else if (_needsValidation)
            {
                (torch.Tensor kept, torch.Tensor splitOff) = ValidationSplit.Split(traits!, options.ValidationFraction, random.SplitStart);
                (training, validation) = training.Divide(kept, splitOff);
                WarnOfGaps(CountClasses(training), CountClasses(validation));
            }
            TargetSummary summary = TargetSummary.Of(training, rule, _classes);
            ThrowIfWeightless(summary, "training");
            FeatureSummary? features = NewFeatureSummary();
            features?.Add(training);
            InputScaler? scaler = ScalerOf(features);
            return new FitRowSets(Held(training, summary.MeanWeight, scaler), validation is null ? null : HeldValidation(validation, summary.MeanWeight, scaler), summary, skipped, scaler);
        }

        public FitRowSets Streamed()
        {
            if (options.Optimizer.IsFullBatch)
                throw new MlpTrainingException($"The optimizer {options.Optimizer.Name} takes all rows in each step, but there are more than the {options.MaxRowsInMemory} that may be in memory. Take another optimizer, or allow more rows.");
            var split = new StreamedSplit(options.GroupColumnName, options.TimeColumnName);
            (TargetSummary all, long skipped, InputScaler? scaler) = Survey(request.Training, "training", SplitsOff ? split : null);
            if (request.Validation is not null)
            {
                (TargetSummary others, long skippedToo, _) = Survey(request.Validation, "validation", null);
                ThrowIfWeightless(others, "validation");
                ThrowIfWeightless(all, "training");
                return new FitRowSets(
                    Streaming(request.Training, all.RowCount, all.MeanWeight, null, scaler), Streaming(request.Validation, others.RowCount, all.MeanWeight, null, scaler), all, skipped + skippedToo, scaler);
            }
            if (!SplitsOff)
            {
                ThrowIfWeightless(all, "training");
                return new FitRowSets(Streaming(request.Training, all.RowCount, all.MeanWeight, null, scaler), null, all, skipped, scaler);
            }
            ValidationSplit.ThrowIfTooFew(all.RowCount);
            // No more validation rows than are held: they are read once.
            Func<RowTraits, bool[]> choose = split.Choose(Math.Min(SplitOff.CountOf(all.RowCount, options.ValidationFraction), _most), random.SplitStart);
            (TargetSummary training, RowTable validation, RowFlags isValidation, scaler) = Divide(request.Training, choose);
            ThrowIfWeightless(training, "training");
            return new FitRowSets(Streaming(request.Training, training.RowCount, training.MeanWeight, place => !isValidation[place], scaler), HeldValidation(validation, training.MeanWeight, scaler), training, skipped, scaler);
        }

        private (RowTable Rows, RowTraits? Traits, long Skipped)? ReadAll(FitRows rows, string name, RowMarks? marks = null)
        {
            using var reader = new RowReader(rows, rule, _buffers, checkAlive, marks: marks) { TakesBuffers = true };
            RowTable table = reader.Read(_most);
            RowTraits? traits = marks?.Traits(table.Count, ClassesOf(table));
            if (!reader.IsAtEnd && reader.Read(1).Count > 0)
            {
                table.Dispose();
                return null;
            }
            Warn(reader.Skipped, table.Count, name);
            return (table, traits, reader.Skipped.Count);
        }

        // One pass that keeps no rows; counts them for a split where one follows.
        private (TargetSummary Summary, long Skipped, InputScaler? Scaler) Survey(FitRows rows, string name, StreamedSplit? split)
        {
            var summary = new TargetSummary(rule, _classes);
            FeatureSummary? features = NewFeatureSummary();
            RowMarks? marks = split is null ? null : _marks = Marks();
            using var reader = new RowReader(rows, rule, _buffers, checkAlive, marks: marks);
            while (!reader.IsAtEnd)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                RowTable block = reader.Read(_most);
                summary.Add(block);
                features?.Add(block);
                split?.Count(marks!.Traits(block.Count, ClassesOf(block)));
            }
            Warn(reader.Skipped, summary.RowCount, name);
            return (summary, reader.Skipped.Count, ScalerOf(features));
        }

        // One pass that keeps the validation rows, and sums up the others.
        private (TargetSummary Training, RowTable Validation, RowFlags IsValidation, InputScaler? Scaler) Divide(FitRows rows, Func<RowTraits, bool[]> choose)
        {
            var training = new TargetSummary(rule, _classes);
            FeatureSummary? features = NewFeatureSummary();
            var flags = new RowFlags();
            var kept = new List<RowTable>();
            var places = new List<long>();
            long[] counts = [], keptCounts = [];
            using var reader = new RowReader(rows, rule, _buffers, checkAlive, marks: _marks) { Places = places };
            while (!reader.IsAtEnd)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                places.Clear();
                RowTable block = reader.Read(_most);
                if (block.Count == 0)
                    break;
                bool[] isOff = choose(_marks!.Traits(block.Count, ClassesOf(block)));
                foreach ((long place, bool isValidation) in places.Zip(isOff))
                {
                    if (isValidation)
                        flags.Set(place);
                }
                RowTable left = block.Select(ValidationSplit.Places(isOff, false)), off = block.Select(ValidationSplit.Places(isOff, true));
                training.Add(left);
                features?.Add(left);
                kept.Add(off.MoveToOuterScope());
                (counts, keptCounts) = (Sum(counts, CountClasses(left)), Sum(keptCounts, CountClasses(off)));
            }
            WarnOfGaps(counts, keptCounts);
            RowTable validation = RowTable.Concatenate(kept);
            kept.ForEach(part => part.Dispose());
            return (training, validation, flags, ScalerOf(features));
        }

        private RowMarks Marks() => new(options.GroupColumnName, options.TimeColumnName);

        private int[]? ClassesOf(RowTable rows) => task.IsStratified ? ValidationSplit.ClassesOf(rows.Targets) : null;

        private long[] CountClasses(RowTable rows) => rows.Count == 0 ? [] : new RowTraits(rows.Count) { Classes = ClassesOf(rows) }.CountClasses();

        private static long[] Sum(long[] counts, long[] others) => [.. Enumerable.Range(0, Math.Max(counts.Length, others.Length)).Select(c => counts.ElementAtOrDefault(c) + others.ElementAtOrDefault(c))];

        private void WarnOfGaps(long[] training, long[] validation)
        {
            if (task.IsStratified && ClassGaps.Describe(request.Training, training, validation) is { } gaps)
                request.Warn(gaps);
        }

        // A model that is trained further keeps its scaling: its weights belong to it.
        private FeatureSummary? NewFeatureSummary() =>
            request.Initial is not null || options.InputScaling == InputScaling.None ? null : new FeatureSummary(request.Training.FeatureCount, options.InputScaling == InputScaling.Robust);

        private InputScaler? ScalerOf(FeatureSummary? features) => features?.Scaler(options.InputScaling) ?? request.Initial?.Members[0].Network.InputScaler;

        private InMemoryRows Held(RowTable table, double meanWeight, InputScaler? scaler) => new(table.ScaleInPlace(scaler).WithWeightsDividedBy(meanWeight).To(device));

        private InMemoryRows HeldValidation(RowTable table, double meanWeight, InputScaler? scaler)
        {
            ThrowIfWeightless(TargetSummary.Of(table, rule, _classes), "validation");
            return Held(table, meanWeight, scaler);
        }

        private StreamedRows Streaming(FitRows rows, int count, double meanWeight, Func<long, bool>? isWanted, InputScaler? scaler) =>
            new(rows, rule, _buffers, _most, count, meanWeight, isWanted, scaler, device, checkAlive);

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
