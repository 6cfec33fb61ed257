using System.Diagnostics;
using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>Reads, compares, and fits the best to all rows.</summary>
internal sealed class ComparisonRun(ComparisonRequest request, Screen screen, LogFile? log, CancellationToken stop)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <exception cref="CommandException">The data or the comparison is at fault.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public ComparisonOutcome Run()
    {
        bool? isRegression = TaskOfLosses();
        LabeledTables tables = LabeledTables.Read(request.Data, ChoiceFor(isRegression), stop);
        screen.Tell(tables.Remarks);
        TableRows labeled = DataSets.Labeled(tables.Dataset, tables.Roles.Label, screen);
        Comparison comparison = Choose(isRegression ?? tables.Dataset[tables.Roles.Label].Kind == ColumnKind.Number, labeled, tables.Roles.Label);
        FeatureSelection columns = FeatureSelection.From(tables.Roles.Features, tables.Wanted, request.Data.Types.MostCategories, labeled);
        Announce(comparison, columns, labeled, tables.Roles);

        var ml = new MLContext(comparison.Experiment.Seeds[0]);
        if (log is not null)
            ml.Log += (_, line) => log.Write(line);
        (IDataView data, IEstimator<ITransformer> preparation, string label, string vector) = Prepare(ml, comparison.Task, labeled, tables.Roles, columns);
        comparison = comparison.With(experiment => Complete(experiment, label, vector, tables.Roles, preparation));
        QuietLibTorch.Load();
        string identity = Identify(comparison, tables, columns);
        using FinishedCells finished = FinishedCells.Open(request.FindCellsFile(identity), identity, request.IsFresh);
        LossComparison found = screen.ExperimentProgress().Watch(observer =>
            comparison.With(experiment => experiment with { Finished = finished.Cells, Observers = [finished, observer] }).Run(ml, data));
        var old = finished.Cells.Select(cell => (cell.Setting, cell.Seed, cell.Fold)).ToHashSet();
        int before = found.Cells.Count(cell => old.Contains((cell.Setting, cell.Seed, cell.Fold)));
        FittedPipeline? model = found.Best is null ? null : Fit(ml, comparison, found.Best, labeled, tables.Roles, columns);
        return new ComparisonOutcome(comparison.Task, tables, labeled, columns, comparison.Experiment, found, model, before, _watch.Elapsed);
    }

    // What the losses say; null where they say nothing, being none or at home in both.
    private bool? TaskOfLosses()
    {
        if (request.Task != ComparedTask.Auto)
            return request.Task == ComparedTask.Regression;
        return request.Losses is null ? null : request.Losses.Any(LossChoice.IsForRegression);
    }

    private static TaskChoice ChoiceFor(bool? isRegression) => isRegression switch
    {
        true => new RegressionChoice(new()),
        false => new ClassificationChoice(null, options => options),
        null => new FoundChoice(),
    };

    private Comparison Choose(bool isRegression, TableRows labeled, string label)
    {
        if (isRegression && labeled.Table[label].Kind != ColumnKind.Number)
            throw CommandException.Failure($"{labeled.Table.FileName}, column '{label}': holds words, but --task regression predicts numbers. To tell classes apart use --task classification.");
        try
        {
            Comparison comparison = Comparison.Choose(request.Losses, request.Criterion, request.Baseline, isRegression, request.ApplyToTrainer, labeled, label).With(request.ApplyToExperiment);
            IReadOnlyList<OptionFault> faults = comparison.Experiment.FindFaults();
            if (faults.Count > 0)
                throw CommandException.Usage([.. faults.Select(ComparisonOptions.Explain)]);
            foreach (RegressionLoss loss in comparison.Experiment.ComparedLosses.OfType<RegressionLoss>())
                RegressionChoice.CheckLabels(labeled, label, loss);
            return comparison;
        }
        catch (FormatException e)
        {
            throw CommandException.Usage(e.Message.StartsWith("--", StringComparison.Ordinal) ? e.Message : $"--losses: {e.Message}");
        }
    }

    private void Announce(Comparison comparison, FeatureSelection columns, TableRows labeled, ColumnRoles roles)
    {
        int rows = labeled.Count;
        // Says in which line a group or a time is missing, before anything is trained.
        SplitTraits.Of(labeled, null, roles.Group, roles.Time);
        foreach ((string sentence, bool isSurprising) in columns.DescribeDropped())
            screen.Tell(sentence, isSurprising);
        foreach (string kind in columns.DescribeKinds())
            screen.Note(kind);
        if (columns.DescribeDisorder(roles) is { } disorder)
            screen.Note(disorder);
        if (RepeatedRows.Within(roles, labeled) is { } duplicates)
            screen.Note(duplicates);
        LossExperiment experiment = comparison.Experiment;
        if (comparison.Task.Classes.Count > 0 && RareClasses.Within(labeled, roles.Label, experiment.Holdout is null ? experiment.Folds : 2) is { } rare)
            screen.Note(rare);
        string divided = experiment.Holdout is { } share ? $"{SettingText.Text(share)} of them held out" : $"{experiment.Folds} folds";
        screen.Note($"{comparison.Task.Name}: {rows} rows, {columns.Features.Count} columns, {divided} for each of {experiment.Seeds.Count} seeds, {experiment.ListSettings().Count} settings to compare.");
        int training = (int)(rows * (1 - (experiment.Holdout ?? 1.0 / experiment.Folds)));
        if (Training.FewRows.FindWarning(training) is { } few)
            screen.Warn(few);
    }

    // The label is mapped once for all rows, which tells nobody anything; everything else is fitted split by split.
    private (IDataView Data, IEstimator<ITransformer> Preparation, string Label, string Vector) Prepare(MLContext ml, LearningTask task, TableRows labeled, ColumnRoles roles, FeatureSelection columns)
    {
        var rows = new TableDataView(labeled, stop);
        var taken = rows.Schema.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        string label = ColumnNames.Claim("Label", taken), vector = ColumnNames.Claim("Features", taken);
        IDataView data = task.MapLabel(ml, labeled.Table[roles.Label], label).Fit(rows).Transform(rows);
        return (data, FeaturePipeline.Create(ml, columns.Features, vector, taken), label, vector);
    }

    private LossExperiment Complete(LossExperiment experiment, string label, string vector, ColumnRoles roles, IEstimator<ITransformer> preparation)
    {
        MlpOptions trainer = experiment.TrainerOptions with { LabelColumnName = label, FeatureColumnName = vector, ExampleWeightColumnName = roles.Weight, CancellationToken = stop };
        return (experiment with { Preprocessing = preparation, RefitsBest = false, GroupColumnName = roles.Group, TimeColumnName = roles.Time }).WithTrainer(trainer);
    }

    // What a cell depends on, beside its loss, learning rate, architecture, seed and fold.
    private string Identify(Comparison comparison, LabeledTables tables, FeatureSelection columns)
    {
        LossExperiment experiment = comparison.Experiment;
        return Json.Write(new
        {
            Rows = TableFingerprint.Of(tables.Dataset),
            Task = comparison.Task.Name,
            comparison.Task.Classes,
            request.Data.Label,
            request.Data.Weight,
            request.Data.Group,
            request.Data.Time,
            Columns = columns.Features,
            Divided = experiment.Holdout is { } share ? SettingText.Text(share) : $"{experiment.Folds} folds",
            Trainer = (experiment.TrainerOptions with { CancellationToken = default, HiddenSizes = [], Observers = [], Optimizer = experiment.TrainerOptions.Optimizer with { LearningRate = 1 } }).ToString(),
            Metrics = experiment.ListMetrics().Select(metric => metric.Name),
            Version = typeof(LossExperiment).Assembly.GetName().Version?.ToString(),
        });
    }

    private FittedPipeline Fit(MLContext ml, Comparison comparison, ExperimentSetting best, TableRows labeled, ColumnRoles roles, FeatureSelection columns)
    {
        LearningTask task = comparison.TaskOf(best);
        var none = new TableRows(labeled.Table, []);
        return FittedPipeline.Fit(ml, task, new DataSets(labeled, none, none), roles, columns.Features, task.Options with { Seed = comparison.Experiment.Seeds[0], CancellationToken = stop }, request.Data.Reading);
    }
}
