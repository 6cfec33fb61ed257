using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>
/// Trains a multilayer perceptron for binary classification with a loss of your choice.
/// Input: a label of <see cref="bool"/>, features as a vector of <see cref="float"/>, best normalised. Output: Score, PredictedLabel and, with losses that give probabilities, Probability.
/// </summary>
public sealed class MlpBinaryTrainer : BinaryTrainerBase
{
    private readonly MlpBinaryOptions _options;
    private readonly int _seed;

    internal MlpBinaryTrainer(IHostEnvironment env, MlpBinaryOptions options)
        : base(env, nameof(MlpBinaryTrainer), Checked(options), options.Loss.GivesProbabilities)
    {
        _options = options;
        _seed = options.Seed ?? DrawSeed();
    }

    internal override ModelContent Learn(FitRequest request) => Fitter.Fit(request, new BinaryTask(_options), _options, _seed);

    private static TrainerColumns Checked(MlpBinaryOptions options)
    {
        options.ThrowIfFaulty();
        return TrainerColumns.ForBinary(options.FeatureColumnName, options.LabelColumnName, options.ExampleWeightColumnName);
    }
}
