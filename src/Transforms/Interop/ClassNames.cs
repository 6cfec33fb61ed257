using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.LossExperiments.Interop;

/// <summary>What a model calls its classes.</summary>
internal static class ClassNames
{
    private static readonly bool[] BothLabels = [false, true];

    /// <summary>The classes of a multiclass model, in the order of its scores: their names, or their numbers from 1.</summary>
    public static IReadOnlyList<string> OfMulticlass(PipelineStep prediction)
    {
        DataViewSchema.Column scores = prediction.After.Schema[DefaultColumnNames.Score];
        return SlotNames.Of(scores) is { Count: > 0 } names
            ? names
            : [.. Enumerable.Range(1, ((VectorDataViewType)scores.Type).Size).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>The classes of a binary model, the negative one first: what the steps after it make of false and true.</summary>
    public static IReadOnlyList<string> OfBinary(IHostEnvironment env, ModelPipeline pipeline, PipelineStep prediction)
    {
        var builder = new ArrayDataViewBuilder(env);
        builder.AddColumn(DefaultColumnNames.PredictedLabel, BooleanDataViewType.Instance, BothLabels);
        IDataView labels = builder.GetDataView();
        foreach (PipelineStep step in pipeline.Steps.SkipWhile(step => step != prediction).Skip(1))
        {
            if (PipelineStep.AddedBy(step.Before.Schema, step.After.Schema).Contains(DefaultColumnNames.PredictedLabel)
                && step.SourcesOf([DefaultColumnNames.PredictedLabel]).All(source => source == DefaultColumnNames.PredictedLabel))
            {
                labels = step.Transformer.Transform(labels);
            }
        }
        DataViewSchema.Column column = labels.Schema[DefaultColumnNames.PredictedLabel];
        if (column.Type is TextDataViewType)
            return [.. labels.GetColumn<string>(column)];
        return column.Type == NumberDataViewType.Single
            ? [.. labels.GetColumn<float>(column).Select(number => number.ToString(CultureInfo.InvariantCulture))]
            : ["false", "true"];
    }
}
