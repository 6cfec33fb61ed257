using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for three or more classes.</summary>
internal sealed class MulticlassComparison(MulticlassLossExperiment experiment, IReadOnlyList<string> classes) : Comparison
{
    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new MulticlassComparison((MulticlassLossExperiment)change(experiment), classes);

    public override LossComparison Run(MLContext ml, IDataView data) => ml.MulticlassClassification.CompareLosses(data, experiment).Comparison;

    private protected override LearningTask TaskOf(MlpOptions options) => new MulticlassLearning((MlpMulticlassOptions)options, classes);
}
