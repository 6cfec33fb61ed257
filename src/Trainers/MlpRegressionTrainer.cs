using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>
/// Trains a multilayer perceptron for regression with a loss of your choice.
/// Input: a label of <see cref="float"/>, features as a vector of <see cref="float"/>, best normalised. Output: Score.
/// </summary>
public sealed class MlpRegressionTrainer : RegressionTrainerBase
{
    private readonly MlpRegressionOptions _options;
    private readonly int _seed;

    internal MlpRegressionTrainer(IHostEnvironment env, MlpRegressionOptions options)
        : base(env, nameof(MlpRegressionTrainer), Checked(options))
    {
        _options = options;
        _seed = options.Seed ?? DrawSeed();
    }

    internal override ModelContent Learn(FitRequest request) => Fitter.Fit(request, new RegressionTask(_options), _options, _seed);

    private static TrainerColumns Checked(MlpRegressionOptions options)
    {
        options.ThrowIfFaulty();
        return TrainerColumns.ForRegression(options.FeatureColumnName, options.LabelColumnName, options.ExampleWeightColumnName);
    }
}
