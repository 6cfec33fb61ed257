using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for two classes.</summary>
internal sealed class BinaryComparison(BinaryLossExperiment experiment, IReadOnlyList<string> classes, ColumnKind labelKind) : Comparison
{
    public override LearningTask Task => new BinaryLearning(experiment.Trainer with { Loss = experiment.Losses[0] }, classes, labelKind);

    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new BinaryComparison((BinaryLossExperiment)change(experiment), classes, labelKind);

    public override LossComparison Run(MLContext ml, IDataView data) => ml.BinaryClassification.CompareLosses(data, experiment).Comparison;

    public override LearningTask TaskOf(ExperimentSetting setting) => new BinaryLearning(OptionsOf(experiment.Trainer, setting) with { Loss = LossOf(experiment.Losses, setting) }, classes, labelKind);
}
