using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses for two classes.</summary>
internal sealed class BinaryComparison(BinaryLossExperiment experiment, IReadOnlyList<string> classes) : Comparison
{
    public override LossExperiment Experiment => experiment;

    public override Comparison With(Func<LossExperiment, LossExperiment> change) => new BinaryComparison((BinaryLossExperiment)change(experiment), classes);

    public override LossComparison Run(MLContext ml, IDataView data) => ml.BinaryClassification.CompareLosses(data, experiment).Comparison;

    private protected override LearningTask TaskOf(MlpOptions options) => new BinaryLearning((MlpBinaryOptions)options, classes);
}
