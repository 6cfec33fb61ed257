using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for three or more classes.</summary>
internal sealed class MulticlassComparison(MulticlassLossExperiment experiment, IReadOnlyList<string> classes) : Comparison
{
    public override LearningTask Task => new MulticlassLearning(experiment.Trainer with { Loss = experiment.Losses[0] }, classes);

    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new MulticlassComparison((MulticlassLossExperiment)change(experiment), classes);

    public override LossComparison Run(MLContext ml, IDataView data) => ml.MulticlassClassification.CompareLosses(data, experiment).Comparison;

    public override LearningTask TaskOf(ExperimentSetting setting) => new MulticlassLearning(OptionsOf(experiment.Trainer, setting) with { Loss = LossOf(experiment.Losses, setting) }, classes);
}
