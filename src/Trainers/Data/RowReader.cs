using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Interop;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads an <see cref="IDataView"/> into tensors in one pass.</summary>
internal static class RowReader
{
    // How far the probabilities of a row may be from adding up to 1, for what rounding to a few digits does to them.
    private const double SumTolerance = 1e-3;

    /// <summary>Reads all rows but those with a missing label, feature or weight, which are counted.</summary>
    /// <exception cref="MlpTrainingException">No row is left, a weight is negative, or class probabilities are none.</exception>
    public static (RowTable Table, SkippedRows Skipped) Read(FitRows rows, TargetKind kind, Action checkAlive)
    {
        int targetCount = kind == TargetKind.ClassProbabilities ? ((VectorDataViewType)rows.Label.Type).Size : 1;
        var features = new RowBuffer(rows.FeatureCount);
        var targets = new RowBuffer(targetCount);
        RowBuffer? weights = rows.Weight is null ? null : new RowBuffer(1);
        int badLabels = 0, badFeatures = 0, badWeights = 0;

        IEnumerable<DataViewSchema.Column> columns = rows.Weight is { } weightColumn ? [rows.Features, rows.Label, weightColumn] : [rows.Features, rows.Label];
        using (DataViewRowCursor cursor = rows.Data.GetRowCursor(columns))
        {
            ValueGetter<VBuffer<float>> getFeatures = cursor.GetGetter<VBuffer<float>>(rows.Features);
            Action<Span<float>> getTarget = TargetGetter(rows, kind, cursor);
            ValueGetter<float>? getWeight = rows.Weight is { } column ? cursor.GetGetter<float>(column) : null;
            VBuffer<float> vector = default;
            while (cursor.MoveNext())
            {
                if ((cursor.Position & 0xFFF) == 0)
                    checkAlive();
                Span<float> target = targets.NextRow();
                getTarget(target);
                if (!AreFinite(target))
                {
                    badLabels++;
                    continue;
                }
                if (kind == TargetKind.ClassProbabilities)
                    CheckProbabilities(target, cursor.Position, rows.Label.Name);
                getFeatures(ref vector);
                Span<float> row = features.NextRow();
                vector.CopyTo(row);
                if (!AreFinite(row))
                {
                    badFeatures++;
                    continue;
                }
                if (weights is not null)
                {
                    ref float weight = ref weights.NextRow()[0];
                    getWeight!(ref weight);
                    if (weight < 0)
                        throw new MlpTrainingException($"The weight column '{rows.Weight!.Value.Name}' is {weight} in row {cursor.Position}, counted from 0. Weights must be at least 0.");
                    if (!float.IsFinite(weight))
                    {
                        badWeights++;
                        continue;
                    }
                    weights.Commit();
                }
                targets.Commit();
                features.Commit();
            }
        }

        var skipped = new SkippedRows(badLabels, badFeatures, badWeights);
        if (features.Count == 0)
            throw new MlpTrainingException(skipped.Count == 0 ? "There are no rows to train on or validate with." : $"All {skipped.Count} rows had to be left out: {skipped}. Fill in missing values first, for example with ReplaceMissingValues.");
        return (MakeTable(features, targets, weights, kind), skipped);
    }

    private static Action<Span<float>> TargetGetter(FitRows rows, TargetKind kind, DataViewRow row)
    {
        if (kind == TargetKind.ClassProbabilities)
        {
            ValueGetter<VBuffer<float>> getProbabilities = row.GetGetter<VBuffer<float>>(rows.Label);
            VBuffer<float> probabilities = default;
            return target =>
            {
                getProbabilities(ref probabilities);
                probabilities.CopyTo(target);
            };
        }
        ValueGetter<float> getNumber = rows.GetScalarLabel(row);
        return target => getNumber(ref target[0]);
    }

    private static RowTable MakeTable(RowBuffer features, RowBuffer targets, RowBuffer? weights, TargetKind kind)
    {
        torch.Tensor target = targets.ToTensor();
        return new RowTable(features.ToTensor(), kind == TargetKind.Class ? target.squeeze(1).to_type(torch.int64) : target, weights?.ToTensor().squeeze(1));
    }

    private static bool AreFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
                return false;
        }
        return true;
    }

    private static void CheckProbabilities(ReadOnlySpan<float> probabilities, long row, string column)
    {
        double sum = 0;
        foreach (float probability in probabilities)
        {
            if (probability < 0)
                throw new MlpTrainingException($"The label column '{column}' holds {probability} in row {row}, counted from 0. Class probabilities must be at least 0.");
            sum += probability;
        }
        if (Math.Abs(sum - 1) > SumTolerance)
            throw new MlpTrainingException($"The class probabilities of the label column '{column}' add up to {sum:G6} in row {row}, counted from 0. They must add up to 1.");
    }
}
