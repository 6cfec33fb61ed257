using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for a number.</summary>
internal sealed class RegressionComparison(RegressionLossExperiment experiment) : Comparison
{
    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new RegressionComparison((RegressionLossExperiment)change(experiment));

    public override LossComparison Run(MLContext ml, IDataView data) => ml.Regression.CompareLosses(data, experiment).Comparison;

    private protected override LearningTask TaskOf(MlpOptions options) => new RegressionLearning((MlpRegressionOptions)options);
}
