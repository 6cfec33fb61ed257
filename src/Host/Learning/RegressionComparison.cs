using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for a number.</summary>
internal sealed class RegressionComparison(RegressionLossExperiment experiment) : Comparison
{
    public override LearningTask Task => new RegressionLearning(experiment.Trainer with { Loss = experiment.Losses[0] });

    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new RegressionComparison((RegressionLossExperiment)change(experiment));

    public override LossComparison Run(MLContext ml, IDataView data) => ml.Regression.CompareLosses(data, experiment).Comparison;

    public override LearningTask TaskOf(ExperimentSetting setting) => new RegressionLearning(OptionsOf(experiment.Trainer, setting) with { Loss = LossOf(experiment.Losses, setting) });
}
