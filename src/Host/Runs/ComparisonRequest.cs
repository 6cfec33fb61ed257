using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>What is to be compared, checked as far as that is possible without the data.</summary>
/// <param name="Data">The data.</param>
/// <param name="Task">What is predicted, as far as the user said.</param>
/// <param name="Losses">The losses that the user named; null for the usual ones.</param>
/// <param name="Criterion">The metric that the user named; null for the usual one.</param>
/// <param name="Baseline">The loss that the user named to compare others with; null for none.</param>
/// <param name="ApplyToTrainer">Puts the user's settings into a trainer's options.</param>
/// <param name="ApplyToExperiment">Puts the user's settings into an experiment.</param>
/// <param name="FindCellsFile">Where finished cells are kept, given all that they depend on.</param>
/// <param name="IsFresh">Whether cells that were finished before are trained again.</param>
internal sealed record ComparisonRequest(
    DataRequest Data,
    ComparedTask Task,
    IReadOnlyList<string>? Losses,
    string? Criterion,
    string? Baseline,
    Func<MlpOptions, MlpOptions> ApplyToTrainer,
    Func<LossExperiment, LossExperiment> ApplyToExperiment,
    Func<string, string> FindCellsFile,
    bool IsFresh);
