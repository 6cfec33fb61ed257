using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Splits;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Runs an experiment: divides the rows, prepares and reads each split, trains the cells of many splits as cohorts, and hands each finished cell on.</summary>
internal sealed class ExperimentRun
{
    // How much of the splits is held at once, so that cells of several can be trained together.
    private const long MostHeld = 256 << 20;

    private readonly LossExperiment _experiment;
    private readonly IHostEnvironment _environment;
    private readonly IDataView _data;
    private readonly IReadOnlyList<(ExperimentSetting Setting, MlpOptions Options)> _settings;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly SerialObservers _observers;
    private readonly SplitPlan _plan;
    private readonly Dictionary<(ExperimentSetting Setting, int Seed, int Fold), ExperimentCell> _cells;

    /// <exception cref="MlpOptionsException">The experiment is at fault.</exception>
    public ExperimentRun(LossExperiment experiment, IHostEnvironment environment, IDataView data)
    {
        experiment.ThrowIfFaulty();
        _experiment = experiment;
        _environment = environment;
        _data = data;
        _settings = experiment.ListSettings();
        _metrics = experiment.ListMetrics();
        _observers = new SerialObservers(experiment.Observers);
        RowTraits rows = ExperimentTraits.Read(data, experiment.IsStratified ? experiment.TrainerOptions.LabelColumnName : null, experiment.SplitGroupColumn, experiment.SplitTimeColumn);
        if (rows.Count < (experiment.Holdout is null ? experiment.Folds : 2))
            throw new MlpTrainingException($"There are {rows.Count} rows, too few for {(experiment.Holdout is null ? $"{experiment.Folds} folds" : "a split")}.");
        _plan = new SplitPlan(rows, experiment.Folds, experiment.Holdout);
        var wanted = Pairs().SelectMany(pair => _settings.Select(setting => (setting.Setting, pair.Seed, pair.Fold))).ToHashSet();
        _cells = experiment.Finished.Select(cell => ((cell.Setting, cell.Seed, cell.Fold), cell)).Where(pair => wanted.Contains(pair.Item1)).DistinctBy(pair => pair.Item1).ToDictionary();
    }

    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the observers have seen the cells that were finished.</exception>
    public LossComparison Run()
    {
        LibTorch.EnsureLoaded();
        var start = new ExperimentStart([.. _settings.Select(setting => setting.Setting)], [.. _metrics.Select(metric => metric.Name)], _experiment.ResolvedCriterion.Name, _plan.RowCount, Pairs().Count() * _settings.Count, [.. _cells.Values]);
        _observers.ExperimentStarted(start);
        using GradientMode gradients = GradientMode.On();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Device device = DeviceChoice.Resolve(_experiment.TrainerOptions.Device);
        var trainer = new CellTrainer(_metrics, _experiment.ResolvedCriterion, _experiment.GivesProbabilities, device, _observers, CheckAlive);
        foreach (IReadOnlyList<SplitRows> splits in Loaded(device))
        {
            // Small networks use one core each; libtorch uses all for one cohort, and users' formulas expect to be called by one thread.
            ILookup<bool, IReadOnlyList<PlannedCell>> cohorts = Cohorts(splits, device).ToLookup(cohort => IsForOneCore(cohort[0], device));
            OverTheCores(cohorts[true], cohort => Finish(trainer.Train(cohort)));
            foreach (IReadOnlyList<PlannedCell> cohort in cohorts[false])
                Finish(trainer.Train(cohort));
        }
        IEnumerable<ExperimentCell> inOrder = _settings.SelectMany(setting => Pairs().Select(pair => _cells[(setting.Setting, pair.Seed, pair.Fold)]));
        return LossComparison.Of([.. inOrder], _metrics, _experiment.ResolvedCriterion, _plan.RowCount, _experiment.BaselineSetting, _experiment.Equivalence, _plan.NumberSplits([.. Pairs()])) with
        { GroupColumnName = _experiment.SplitGroupColumn, TimeColumnName = _experiment.SplitTimeColumn };
    }

    /// <summary>Fits a setting to all rows, as it would be used.</summary>
    public ITransformer Refit(ExperimentSetting best)
    {
        MlpOptions options = _experiment.OptionsOf(best) with { Seed = _experiment.Seeds[0] };
        IEstimator<ITransformer> trainer = _experiment.TrainerOf(_environment, options);
        return _experiment.Preprocessing is { } preprocessing
            ? new EstimatorChain<ITransformer>().Append(preprocessing).Append(trainer).Fit(_data)
            : trainer.Fit(_data);
    }

    private void CheckAlive() => _experiment.TrainerOptions.CancellationToken.ThrowIfCancellationRequested();

    private IEnumerable<(int Seed, int Fold)> Pairs() => _experiment.Seeds.SelectMany(seed => Enumerable.Range(0, _plan.Folds).Select(fold => (seed, fold)));

    private bool IsForOneCore(PlannedCell cell, torch.Device device) =>
        TrainingPass.IsForSimd(cell.Shape, device, cell.BatchSize) && _experiment.ComparedLosses.All(loss => loss.TakesStackedRows || loss.IsBatchwise);

    private static void OverTheCores(IEnumerable<IReadOnlyList<PlannedCell>> cohorts, Action<IReadOnlyList<PlannedCell>> train)
    {
        try
        {
            // One after another as cores come free: left to itself the loop would hand out several at once.
            Parallel.ForEach(Partitioner.Create(cohorts, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, train);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions.OfType<OperationCanceledException>().FirstOrDefault() ?? e.InnerExceptions[0]);
        }
    }

    private void Finish(IReadOnlyList<ExperimentCell> cells)
    {
        foreach (ExperimentCell cell in cells)
        {
            lock (_cells)
                _cells.Add((cell.Setting, cell.Seed, cell.Fold), cell);
            _observers.CellFinished(cell);
        }
    }

    // Splits that have cells to train, some at a time; they live until the next ones are asked for.
    private IEnumerable<IReadOnlyList<SplitRows>> Loaded(torch.Device device)
    {
        (int Seed, int Fold)[] open = [.. Pairs().Where(pair => _settings.Any(setting => !_cells.ContainsKey((setting.Setting, pair.Seed, pair.Fold))))];
        for (int next = 0; next < open.Length;)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            var splits = new List<SplitRows>();
            long held = 0;
            for (; next < open.Length && held < MostHeld; next++)
            {
                CheckAlive();
                splits.Add(Load(_plan.Of(open[next].Seed, open[next].Fold), device));
                held += splits[^1].Size;
            }
            yield return splits;
        }
    }

    // The preparation is fitted to the rows that are trained on and to no others: what it learns of held out rows would make them look easier than new ones are.
    private SplitRows Load(Split split, torch.Device device)
    {
        IDataView training = new RowSelection(_data, split.IsTrainedOn), test = new RowSelection(_data, split.IsHeldOut);
        if (_experiment.Preprocessing?.Fit(training) is { } preparation)
            (training, test) = (preparation.Transform(training), preparation.Transform(test));
        MlpOptions options = _settings[0].Options;
        var access = (IRowAccess)_experiment.TrainerOf(_environment, options);
        FitRows rows = access.RowsOf(training), testRows = access.RowsOf(test);
        LearningTask[] tasks = [.. _settings.Select(setting => _experiment.TaskOf(setting.Options))];
        TargetRule rule = TargetRule.All([.. tasks.Select(task => task.TargetRule(rows))]);
        FitRowSets? sets = null;
        using var random = new MemberRandom(split.FitSeed, device);
        access.Ask(rows, request => sets = FitRowSets.Read(request, tasks[0], rule, options, random, device, CheckAlive));
        int kept = split.Seed == _experiment.Seeds[0] ? (_experiment.KeptPredictions + _plan.Folds - 1) / _plan.Folds : 0;
        var places = new List<long>();
        using var reader = new RowReader(testRows, rule, new RowBuffers(testRows.FeatureCount, rule.Width), CheckAlive) { TakesBuffers = true, Places = kept > 0 ? places : null };
        RowTable held = reader.Read(int.MaxValue);
        if (held.Count == 0)
            throw new MlpTrainingException($"All {reader.Skipped.Count} rows held out with seed {split.Seed}, fold {split.Fold + 1}, had to be left out: {reader.Skipped}. Fill in missing values first, for example with ReplaceMissingValues.");
        held = held.ScaleInPlace(sets!.InputScaler).To(device);
        return new SplitRows(split, rows, sets!, held, kept > 0 ? KeptRows.Of(held, rule.Kind, NumbersOf(places, split, reader.RowCount), kept) : null);
    }

    // Where the preparation leaves rows out, a place among those that it passes on does not tell the row.
    private static int[] NumbersOf(IReadOnlyList<long> places, Split split, long passedOn)
    {
        int[] held = [.. Enumerable.Range(0, split.IsHeldOut.Length).Where(row => split.IsHeldOut[row])];
        return passedOn == held.Length ? [.. places.Select(place => held[(int)place])] : [];
    }

    // Cells of one kind, one loss after the other, in groups of the size that pays.
    private IEnumerable<IReadOnlyList<PlannedCell>> Cohorts(IReadOnlyList<SplitRows> splits, torch.Device device)
    {
        IEnumerable<PlannedCell> open =
            from setting in _settings
            let task = _experiment.TaskOf(setting.Options)
            from split in splits
            where !_cells.ContainsKey((setting.Setting, split.Split.Seed, split.Split.Fold))
            select new PlannedCell(setting.Setting, setting.Options, task, split);
        foreach (IGrouping<object, PlannedCell> alike in open.ToList().GroupBy(cell => (object)cell.Kind))
        {
            PlannedCell first = alike.First();
            int size = CohortSize.Of(first.Shape, first.BatchSize, device);
            if (IsForOneCore(first, device))
                size = Math.Min(size, Math.Max(CohortSize.LeastThatPays, (alike.Count() + Environment.ProcessorCount - 1) / Environment.ProcessorCount));
            foreach (PlannedCell[] cohort in alike.OrderBy(cell => _experiment.PlaceOf(cell.Task.Loss)).Chunk(size))
                yield return cohort;
        }
    }
}
