using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;

namespace MLNet.LossExperiments.Training;

/// <summary>Multiclass classification: the label is a key or a vector of class probabilities, the outputs are a score for each class.</summary>
internal sealed record MulticlassTask(MlpMulticlassOptions Options)
    : LearningTask(Options.Loss, Metric.MulticlassAccuracy, IsStratified: true)
{
    private const int MostClasses = 1_000_000;

    public override TargetKind TargetKind(FitRows rows)
    {
        if (rows.Label.Type is not VectorDataViewType)
            return Data.TargetKind.Class;
        if (!Options.Loss.AcceptsClassProbabilities)
            throw new MlpTrainingException($"The label column '{rows.Label.Name}' is a vector of class probabilities, but the loss '{Options.Loss}' takes classes. Use a key column, or the loss cross-entropy.");
        return Data.TargetKind.ClassProbabilities;
    }

    public override int OutputCount(FitRows rows)
    {
        ulong classes = rows.Label.Type is VectorDataViewType vector ? (ulong)vector.Size : ((KeyDataViewType)rows.Label.Type).Count;
        if (classes is < 2 or > MostClasses)
            throw new MlpTrainingException($"The label column '{rows.Label.Name}' has {classes} {(classes == 1 ? "class" : "classes")}. Multiclass classification takes from 2 to {MostClasses:N0}.");
        return (int)classes;
    }
}
