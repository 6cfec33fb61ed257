using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>
/// Trains a multilayer perceptron for multiclass classification with a loss of your choice.
/// Input: a label that is a key, or a vector of <see cref="float"/> with the probability of each class; features as a vector of <see cref="float"/>, best normalised. Output: Score, a vector with a value for each class, and PredictedLabel.
/// </summary>
public sealed class MlpMulticlassTrainer : MulticlassTrainerBase
{
    private readonly MlpMulticlassOptions _options;
    private readonly int _seed;

    internal MlpMulticlassTrainer(IHostEnvironment env, MlpMulticlassOptions options)
        : base(env, nameof(MlpMulticlassTrainer), Checked(options))
    {
        _options = options;
        _seed = options.Seed ?? DrawSeed();
    }

    internal override ModelContent Learn(FitRequest request) => Fitter.Fit(request, new MulticlassTask(_options), _options, _seed);

    private static TrainerColumns Checked(MlpMulticlassOptions options)
    {
        options.ThrowIfFaulty();
        return TrainerColumns.ForMulticlass(options.FeatureColumnName, options.LabelColumnName, options.ExampleWeightColumnName);
    }
}
