using System.CommandLine;
using System.Globalization;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say what is compared, and on which splits.</summary>
internal sealed class ComparisonOptions
{
    private static readonly RegressionLossExperiment Defaults = new();
    private static readonly string[][] Alternatives = [["folds", "holdout"], ["learning-rate", "learning-rates"], ["hidden", "architectures"]];

    private readonly Option<IReadOnlyList<string>?> _losses = ConsoleOption.Of<IReadOnlyList<string>?>(
        "--losses", "LOSSES",
        $"The losses, with commas between them; a loss may have parameters, as in huber:delta=1. [default: for numbers {Names(Defaults.Losses)}; for two classes {Names(new BinaryLossExperiment().Losses)}; for more {Names(new MulticlassLossExperiment().Losses)}]",
        CheckLosses);

    private readonly Option<IReadOnlyList<int>?> _seeds = ConsoleOption.Of<IReadOnlyList<int>?>(
        "--seeds", "N", $"How often the rows are divided anew: a number, N for the seeds 1 to N, or a list of seeds such as 7,8,42. [default: {Defaults.Seeds.Count}]", ParseSeeds);

    private readonly Option<int?> _folds = ConsoleOption.Of<int?>("--folds", "N", $"How many parts the rows are divided into, each held out once for each seed. [default: {Defaults.Folds}]", text => SettingText.Integer(text));
    private readonly Option<double?> _holdout = ConsoleOption.Of<double?>("--holdout", "SHARE", "Instead of folds, the share of the rows that is held out once for each seed.", text => SettingText.Number(text));
    private readonly Option<IReadOnlyList<double>?> _learningRates = ConsoleOption.Of<IReadOnlyList<double>?>(
        "--learning-rates", "RATES", "Learning rates to train each loss with, with commas between them, instead of --learning-rate.", text => [.. text.Split(',').Select(SettingText.Number)]);

    private readonly Option<IReadOnlyList<IReadOnlyList<int>>?> _architectures = ConsoleOption.Of<IReadOnlyList<IReadOnlyList<int>>?>(
        "--architectures", "SIZES", "Hidden sizes to train each loss with, with semicolons between them, such as 16;64,32, instead of --hidden.", text => [.. text.Split(';').Select(ParseSizes)], separator: ';');

    private readonly Option<string?> _criterion = ConsoleOption.Of<string?>(
        "--criterion", "METRIC",
        $"The metric that decides which is best: for numbers {MonitorText.NamesOf(MetricCatalog.Regression)}; for two classes {MonitorText.NamesOf(MetricCatalog.Binary)}; for more {MonitorText.NamesOf(MetricCatalog.Multiclass)}; or, for numbers, a loss that is compared. [default: rmse, accuracy]",
        text => text);

    private readonly Option<string?> _baseline = ConsoleOption.Of<string?>(
        "--baseline", "LOSS",
        "The loss that all others are compared with, one of --losses, decided before looking at results: fewer questions find smaller differences. With several learning rates or architectures the first of each. [default: all pairs are compared, and each loss is shown against the best]",
        text => text);

    private readonly Option<EquivalenceRegion?> _equivalence = ConsoleOption.Of<EquivalenceRegion?>(
        "--equivalence", "AMOUNT",
        "How far apart losses may be and still be as good as each other for practical purposes: a share of the criterion with a percent sign, such as 0.5%, or an amount in units of the criterion, such as 0.01. [default: 1%; 0.01 for accuracy, AUC, F1, R², ECE, poisson and gamma]",
        EquivalenceText.Parse);

    private readonly Option<ComparedTask> _task = ConsoleOption.Of(
        "--task", "NAME", $"What is predicted: {SettingText.NamesOf<ComparedTask>()}. Auto looks at the losses, and without losses at the label: words and two different values are classes, other numbers are numbers. [default: auto]", SettingText.OneOf<ComparedTask>);

    private readonly Option<bool> _fresh = ConsoleOption.Of("--fresh", "true|false", "Train every cell, also those that an earlier run of the same comparison has finished.", SettingText.Truth);

    public IEnumerable<Option> Options => [_losses, _seeds, _folds, _holdout, _learningRates, _architectures, _criterion, _baseline, _equivalence, _task];

    public Option Fresh => _fresh;

    /// <summary>The losses that the user named; null for the usual ones.</summary>
    public IReadOnlyList<string>? Losses(ParseResult parse) => parse.GetValue(_losses);

    public ComparedTask Task(ParseResult parse) => parse.GetValue(_task);

    public string? Criterion(ParseResult parse) => parse.GetValue(_criterion);

    /// <summary>The loss that the user named to compare others with; null for none.</summary>
    public string? Baseline(ParseResult parse) => parse.GetValue(_baseline);

    public bool IsFresh(ParseResult parse) => parse.GetValue(_fresh);

    /// <summary>The experiment with everything that the user gave, but for losses, baseline and criterion, which depend on the task.</summary>
    public T Apply<T>(ParseResult parse, T experiment)
        where T : LossExperiment => experiment with
        {
            Seeds = parse.GetValue(_seeds) ?? experiment.Seeds,
            Folds = parse.GetValue(_folds) ?? experiment.Folds,
            Holdout = parse.GetValue(_holdout),
            LearningRates = parse.GetValue(_learningRates) ?? [],
            Architectures = parse.GetValue(_architectures) ?? [],
            Equivalence = parse.GetValue(_equivalence),
        };

    /// <summary>The options, by name without dashes, that one stands in for.</summary>
    public static IEnumerable<string> AlternativesTo(string option) => Alternatives.Where(pair => pair.Contains(option)).SelectMany(pair => pair).Where(other => other != option);

    /// <summary>What is wrong, in the console's words.</summary>
    public static string Explain(OptionFault fault) => fault.Option switch
    {
        nameof(LossExperiment.Seeds) => $"--seeds {fault.Message}",
        nameof(LossExperiment.Folds) => $"--folds {fault.Message.Replace("set Holdout", "use --holdout", StringComparison.Ordinal)}",
        nameof(LossExperiment.Holdout) => $"--holdout {fault.Message.Replace(", or null for folds", "", StringComparison.Ordinal)}",
        nameof(LossExperiment.LearningRates) => $"--learning-rates {fault.Message}",
        nameof(LossExperiment.Architectures) => $"--architectures {fault.Message}",
        nameof(LossExperiment.Criterion) => $"--criterion {fault.Message}",
        nameof(LossExperiment.Baseline) => $"--baseline {fault.Message}",
        "Losses" => $"--losses {fault.Message}",
        _ => fault.ToString(),
    };

    private static string Names(IEnumerable<Loss> losses) => string.Join(",", losses);

    private static IReadOnlyList<string> CheckLosses(string text)
    {
        IReadOnlyList<string> losses = LossList.Split(text);
        if (losses.FirstOrDefault(string.IsNullOrEmpty) is not null)
            throw new FormatException($"'{text}' has a comma with no loss beside it.");
        return losses;
    }

    private static IReadOnlyList<int> ParseSeeds(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
            return [.. text.Split(',').Select(SettingText.Integer)];
        int count = SettingText.Integer(text);
        return count is >= 1 and <= 10_000 ? [.. Enumerable.Range(1, count)] : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{count} is not allowed. Allowed are from 1 to 10000 seeds, or a list of seeds with commas."));
    }

    private static IReadOnlyList<int> ParseSizes(string text) => SettingText.IsNone(text.Trim()) ? [] : [.. text.Split(',').Select(SettingText.Integer)];
}
