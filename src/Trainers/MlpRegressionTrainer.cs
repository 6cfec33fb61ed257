using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Training;
using MLNet.LossExperiments.Tuning;

namespace MLNet.LossExperiments;

/// <summary>
/// Trains a multilayer perceptron for regression with a loss of your choice.
/// Input: a label of <see cref="float"/>, or a vector of them, one for each of several targets; features as a vector of <see cref="float"/>. Output: Score, a prediction of each target; with losses that predict
/// a variance, or an ensemble, ScoreVariance; with losses that predict quantiles, Quantiles.
/// </summary>
public sealed class MlpRegressionTrainer : RegressionTrainerBase
{
    private readonly MlpRegressionOptions _options;
    private readonly int _seed;

    internal MlpRegressionTrainer(IHostEnvironment env, MlpRegressionOptions options)
        : base(env, nameof(MlpRegressionTrainer), Checked(options), OutputsOf(options))
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
        LearningRateRangeTest.Run(range ?? new(), WithSeed, options => new MlpRegressionTrainer(Environment, options).Fit(data));

    /// <summary>Times the first steps of fits with batches of 8, 16, 32, … rows. Reads the rows anew for each.</summary>
    /// <param name="data">The rows to train on.</param>
    /// <param name="largest">The largest batch size to try, at least 8; default 65,536. None larger than the number of rows is tried but one.</param>
    /// <returns>The rows a second by batch size, and a suggestion.</returns>
    /// <exception cref="InvalidOperationException">The optimizer takes all rows in each step.</exception>
    public BatchSizeCurve FindBatchSize(IDataView data, int largest = 65_536) =>
        BatchSizeFinder.Run(largest, WithSeed, options => new MlpRegressionTrainer(Environment, options).Fit(data));

    internal override ModelContent Learn(FitRequest request) => Fitter.Fit(request, new RegressionTask(_options), _options, _seed);

    private MlpRegressionOptions WithSeed => _options with { Seed = _seed };

    private static RegressionColumns OutputsOf(MlpRegressionOptions options) =>
        new(false, false, new PredictionForm(options.Loss.Link, 1, []).HasVariance || options.Members > 1, options.Loss.QuantileLevels);

    private static TrainerColumns Checked(MlpRegressionOptions options)
    {
        options.ThrowIfFaulty();
        return TrainerColumns.ForRegression(options.FeatureColumnName, options.LabelColumnName, options.ExampleWeightColumnName);
    }
}
