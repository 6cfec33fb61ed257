using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Training;

/// <summary>Multiclass classification: the label is a key or a vector of class probabilities, the outputs are a score for each class.</summary>
internal sealed record MulticlassTask(MlpMulticlassOptions Options)
    : LearningTask(Options.Loss, MulticlassMetric.Accuracy, IsStratified: true)
{
    private const int MostClasses = 1_000_000;

    public override TargetRule TargetRule(FitRows rows)
    {
        if (rows.Label.Type is not VectorDataViewType vector)
            return new TargetRule(TargetKind.Class, 1);
        if (!Options.Loss.AcceptsClassProbabilities)
            throw new MlpTrainingException($"The label column '{rows.Label.Name}' is a vector of class probabilities, but the loss '{Options.Loss}' takes classes. Use a key column, or the loss cross-entropy.");
        return new TargetRule(TargetKind.ClassProbabilities, vector.Size);
    }

    public override int ClassCount(FitRows rows)
    {
        ulong classes = rows.Label.Type is VectorDataViewType vector ? (ulong)vector.Size : ((KeyDataViewType)rows.Label.Type).Count;
        if (classes is < 2 or > MostClasses)
            throw new MlpTrainingException($"The label column '{rows.Label.Name}' has {classes} {(classes == 1 ? "class" : "classes")}. Multiclass classification takes from 2 to {MostClasses:N0}.");
        return (int)classes;
    }

    public override int OutputCount(FitRows rows) => Options.Loss.OutputCount(ClassCount(rows));

    public override LearningTask FittedTo(TargetSummary training)
    {
        try
        {
            return this with { Loss = ((MulticlassLoss)Loss).FittedTo(training.ClassWeights) };
        }
        catch (ArgumentException e)
        {
            throw new MlpTrainingException($"The loss '{Loss}' does not fit the labels. {e.Message}");
        }
    }
}
