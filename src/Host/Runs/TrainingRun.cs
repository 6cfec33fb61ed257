using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>Reads, divides, trains, measures.</summary>
internal sealed class TrainingRun(TrainingRequest request, Screen screen, LogFile? log, CancellationToken stop)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <exception cref="CommandException">The data is at fault.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public TrainingOutcome Run()
    {
        DividedRows division = Divide();
        (LabeledTables tables, LearningTask task, int seed, _, DataSets sets) = division;
        FeatureSelection columns = division.SelectColumns(request.Data.Types.MostCategories);
        MlpOptions options = task.Options with { Seed = seed, CancellationToken = stop };
        CheckSets(sets, options);
        Announce(task, sets, columns, seed, tables.Roles);

        QuietLibTorch.Load();
        MLContext ml = CreateContext(seed);
        var start = new StartRecorder();
        FittedPipeline fitted = screen.Progress().Watch(observer => FittedPipeline.Fit(
            ml, task, sets, tables.Roles, columns.Features, options with { Observers = [start, observer, .. options.Observers] }, request.Data.Reading));
        IReadOnlyList<MeasuredSet> measured = Measure(fitted, sets);

        return new TrainingOutcome(division, options, columns, start.Recorded!, fitted, measured, _watch.Elapsed);
    }

    /// <summary>Reads and divides the data, as every run of the same request does.</summary>
    /// <exception cref="CommandException">The data is at fault.</exception>
    public DividedRows Divide()
    {
        LabeledTables tables = LabeledTables.Read(request.Data, request.Choice, stop);
        screen.Tell(tables.Remarks);
        TableRows labeled = DataSets.Labeled(tables.Dataset, tables.Roles.Label, screen);
        LearningTask task = request.Choice.Choose(labeled, tables.Roles.Label);
        int seed = task.Options.Seed ?? (task.Options.ResumeFrom is { } checkpoint ? Training.Checkpointing.SeedOf(checkpoint) : Random.Shared.Next());
        return new DividedRows(tables, task, seed, request.Shares, DataSets.Make(tables, labeled, request.Shares, task, seed, screen));
    }

    private static void CheckSets(DataSets sets, MlpOptions options)
    {
        if (sets.Training.Count == 0 || (sets.Validation.Count == 0 && options.Patience is not null))
        {
            throw CommandException.Failure(
                $"{sets.RowCount} rows are too few to split off rows for validation, which early stopping needs. Give more, or switch it off with --patience 0.");
        }
    }

    private void Announce(LearningTask task, DataSets sets, FeatureSelection columns, int seed, ColumnRoles roles)
    {
        foreach ((string sentence, bool isSurprising) in columns.DescribeDropped())
            screen.Tell(sentence, isSurprising);
        foreach (string kind in columns.DescribeKinds())
            screen.Note(kind);
        if (task.PositiveClass is not null)
            screen.Note($"Positive class: {task.PositiveClass} (the other is {task.Classes[0]})");
        else if (task.Classes.Count > 0)
            screen.Note($"{task.Classes.Count} classes");
        if (columns.DescribeDisorder(roles) is { } disorder)
            screen.Note(disorder);
        if (task.Classes.Count > 0)
        {
            foreach (string absent in RareClasses.Across(roles.Label, [("training", sets.Training), ("validation", sets.Validation), ("test", sets.Test)]))
                screen.Note(absent);
        }
        foreach (string duplicates in RepeatedRows.Across(roles, sets.Training, [("validation", sets.Validation), ("test", sets.Test)]))
            screen.Note(duplicates);
        screen.Note($"Rows: {sets.Training.Count} to train, {sets.Validation.Count} to validate, {sets.Test.Count} to test. Columns: {columns.Features.Count}. Seed: {seed}");
    }

    private MLContext CreateContext(int seed)
    {
        var ml = new MLContext(seed);
        ml.Log += (_, line) =>
        {
            log?.Write(line);
            if (line.Kind is ChannelMessageKind.Warning or ChannelMessageKind.Error)
                screen.Warn(line.RawMessage);
            else if (line.Kind == ChannelMessageKind.Info)
                screen.Detail(line.Message);
        };
        return ml;
    }

    private MeasuredSet[] Measure(FittedPipeline fitted, DataSets sets) =>
    [
        .. from set in new[] { (Name: "validation", Rows: sets.Validation), (Name: "test", Rows: sets.Test) }
           where set.Rows.Count > 0
           select MeasuredSet.Of(set.Name, fitted.Evaluate(set.Rows, stop)),
    ];

    private sealed class StartRecorder : ITrainingObserver
    {
        public FitStart? Recorded { get; private set; }

        public void FitStarted(FitStart start) => Recorded = start;
    }
}
