using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Experiments;

/// <summary>One network of an experiment: what it was trained with, on what, and how it did on the rows that were held out from it.</summary>
/// <param name="Setting">What it was trained with.</param>
/// <param name="Seed">The seed that divided the rows; with the fold it also decides initial weights, shuffling, dropout and the validation rows.</param>
/// <param name="Fold">The number of the part that was held out, from 0; 0 for a holdout.</param>
/// <param name="TrainingRows">The number of rows that it was trained on, those for early stopping included.</param>
/// <param name="TestRows">The number of rows held out.</param>
/// <param name="Metrics">The metrics on the rows held out, by name, in units of the label; those that are not defined, such as the log-loss of scores that are no probabilities, are absent. Empty where it failed.</param>
/// <param name="History">How training went; null where it failed in the first epoch. Its seed, made of seed and fold, repeats the cell: <c>Fit</c> with it on the same rows learns the same.</param>
/// <param name="Seconds">Its share of the time that its cohort was trained for.</param>
/// <param name="Failure">Why it could not be trained; null where it could.</param>
public sealed record ExperimentCell(
    ExperimentSetting Setting,
    int Seed,
    int Fold,
    int TrainingRows,
    int TestRows,
    IReadOnlyDictionary<string, double> Metrics,
    TrainingHistory? History,
    double Seconds,
    string? Failure)
{
    /// <summary>The epoch whose weights were measured, from 1; 0 where it failed.</summary>
    public int BestEpoch => Failure is null ? History?.BestEpoch ?? 0 : 0;

    /// <summary>Why metrics are not defined on the rows held out, by name, each the rest of a sentence. Empty where it failed.</summary>
    public IReadOnlyDictionary<string, string> MissingMetrics { get; init; } = new Dictionary<string, string>();

    /// <summary>Some of its predictions for rows held out; null where it failed, and for all seeds but the first. See <see cref="LossExperiment.KeptPredictions"/>.</summary>
    public HeldOutPredictions? HeldOut { get; init; }
}
