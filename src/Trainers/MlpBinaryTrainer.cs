using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Training;
using MLNet.LossExperiments.Tuning;

namespace MLNet.LossExperiments;

/// <summary>
/// Trains a multilayer perceptron for binary classification with a loss of your choice.
/// Input: a label of <see cref="bool"/>, features as a vector of <see cref="float"/>. Output: Score, PredictedLabel and, with losses that give probabilities, or a calibration, Probability.
/// </summary>
public sealed class MlpBinaryTrainer : BinaryTrainerBase
{
    private readonly MlpBinaryOptions _options;
    private readonly int _seed;

    internal MlpBinaryTrainer(IHostEnvironment env, MlpBinaryOptions options)
        : base(env, nameof(MlpBinaryTrainer), Checked(options), options.Loss.GivesProbabilities || options.Calibration != CalibrationKind.None)
    {
        _options = options;
        _seed = options.Seed ?? DrawSeed();
    }

    /// <summary>
    /// Tries learning rates on the first steps of a fit (the range test of Smith 2017). A good learning rate lies where the loss falls most steeply, or somewhat below. Early stopping, schedule and
    /// observers of the options are left out.
    /// </summary>
    /// <param name="data">The rows to train on.</param>
    /// <param name="range">The learning rates; null for the default range.</param>
    /// <returns>The losses by learning rate, and a suggestion.</returns>
    /// <exception cref="InvalidOperationException">The optimizer takes no learning rate.</exception>
    public LearningRateCurve FindLearningRate(IDataView data, LearningRateRange? range = null) =>
        LearningRateRangeTest.Run(range ?? new(), WithSeed, options => new MlpBinaryTrainer(Environment, options).Fit(data));

    /// <summary>Times the first steps of fits with batches of 8, 16, 32, … rows. Reads the rows anew for each.</summary>
    /// <param name="data">The rows to train on.</param>
    /// <param name="largest">The largest batch size to try, at least 8; default 65,536. None larger than the number of rows is tried but one.</param>
    /// <returns>The rows a second by batch size, and a suggestion.</returns>
    /// <exception cref="InvalidOperationException">The optimizer takes all rows in each step.</exception>
    public BatchSizeCurve FindBatchSize(IDataView data, int largest = 65_536) =>
        BatchSizeFinder.Run(largest, WithSeed, options => new MlpBinaryTrainer(Environment, options).Fit(data));

    internal override ModelContent Learn(FitRequest request) => Fitter.Fit(request, new BinaryTask(_options), _options, _seed);

    private MlpBinaryOptions WithSeed => _options with { Seed = _seed };

    private static TrainerColumns Checked(MlpBinaryOptions options)
    {
        options.ThrowIfFaulty();
        return TrainerColumns.ForBinary(options.FeatureColumnName, options.LabelColumnName, options.ExampleWeightColumnName);
    }
}
