using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Predicts a number.</summary>
internal sealed class RegressionLearning(MlpRegressionOptions options) : LearningTask
{
    public override string Name => "regression";

    public override MlpOptions Options => options;

    // A copy, lest a label called Score be overwritten by the predictions and found to agree with them perfectly.
    public override IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName) => ml.Transforms.CopyColumns(outputName, label.Name);

    public override TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation)
    {
        RegressionPredictionTransformer<MlpRegressionModel> fitted = Fit(ml.Regression.Trainers.Mlp((MlpRegressionOptions)options), training, validation);
        return new TrainedNetwork(fitted, fitted.Model.Members);
    }

    public override TaskEvaluation Evaluate(IDataView predictions, string label, EvaluationOptions plan) => RegressionEvaluation.Of(RegressionPredictions.From(predictions, label), plan);
}
