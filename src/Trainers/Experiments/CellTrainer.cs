using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Trains cells of one kind as a cohort, and measures each on the rows held out from it.</summary>
/// <param name="metrics">The metrics of the experiment.</param>
/// <param name="criterion">The one that decides.</param>
/// <param name="givesProbabilities">Whether the scores of a loss are probabilities.</param>
/// <param name="device">Where to train.</param>
/// <param name="observer">Is told of epochs, by several threads.</param>
/// <param name="checkAlive">Throws when the experiment is to end.</param>
internal sealed class CellTrainer(IReadOnlyList<Metric> metrics, Metric criterion, Func<Loss, bool> givesProbabilities, torch.Device device, IExperimentObserver observer, Action checkAlive)
{
    /// <param name="cells">Cells of one kind, those with one loss side by side.</param>
    public IReadOnlyList<ExperimentCell> Train(IReadOnlyList<PlannedCell> cells)
    {
        using GradientMode gradients = GradientMode.On();
        using DisposeScope scope = torch.NewDisposeScope();
        MlpOptions options = cells[0].Options;
        using var randoms = new MemberRandoms(cells.Select(cell => (cell.Rows.Split.FitSeed, 0)), device);
        CohortNetwork network = CohortNetwork.Create(cells[0].Shape, options.Activation, randoms.Members, device);
        torch.Tensor? average = options.AveragingDecay is null ? null : torch.empty_like(network.Parameters);
        Member[] members = [.. cells.Select((cell, i) => MakeMember(cell, randoms.Members[i], network.Member(i), average?.narrow(0, i, 1), i))];
        var cohort = new Cohort(network, members, average, options, mostCores: 1);
        var checkpointing = new Checkpointing(cohort, options, new Dictionary<string, string>());
        new TrainingLoop(cohort, options, checkpointing, new Progress(options.Epochs, members.Length, observer), checkAlive) { AreMembersApart = true }.Run();
        return [.. cells.Select((cell, i) => Measure(cell, members[i]))];
    }

    private Member MakeMember(PlannedCell cell, MemberRandom random, CohortNetwork network, torch.Tensor? average, int number)
    {
        FitRowSets rows = cell.Rows.Training;
        LearningTask fitted = cell.Task.FittedTo(rows.Summary);
        var output = new OutputTransform(fitted.OutputRange, fitted.OutputScale(rows.Summary, device));
        return new Member(fitted, fitted.Form(cell.Rows.Columns), output, random, new MemberRows(rows.Training, rows.Validation), network, average, cell.Options)
        {
            Number = number,
            LearningRate = cell.Setting.LearningRate,
            Metric = cell.Options.Monitor.Metric ?? criterion,
            IsMeasured = cell.Rows.Kept is not null || cell.Options.Monitor != ValidationMonitor.Loss,
        };
    }

    private ExperimentCell Measure(PlannedCell cell, Member member)
    {
        Dictionary<string, double> measured = [];
        Dictionary<string, string> missing = [];
        HeldOutPredictions? kept = null;
        if (member.Failure is null)
        {
            Metric[] defined = [.. metrics.Where(metric => !metric.NeedsProbabilities || givesProbabilities(cell.Task.Loss))];
            var evaluation = new Evaluation(LossGroup.Of([member], device), [member], member.Result);
            foreach ((Metric metric, double value) in defined.Zip(evaluation.Metrics(new CohortRows([new InMemoryRows(cell.Rows.Test)]), defined)))
            {
                if (double.IsFinite(value))
                    measured.Add(metric.Name, value);
                else
                    missing.Add(metric.Name, metric.WhyMissing);
            }
            foreach (Metric metric in metrics.Except(defined))
                missing.Add(metric.Name, "the scores are no probabilities");
            if (cell.Rows.Kept is { } rowsKept)
            {
                using torch.Tensor predictions = evaluation.Predict(new CohortRows([new InMemoryRows(rowsKept.Rows)]));
                kept = rowsKept.With(predictions);
            }
        }
        FitRowSets rows = cell.Rows.Training;
        return new ExperimentCell(
            cell.Setting,
            cell.Rows.Split.Seed,
            cell.Rows.Split.Fold,
            rows.Training.Count + (rows.Validation?.Count ?? 0),
            cell.Rows.Test.Count,
            measured,
            member.Epochs.Count == 0 ? null : member.Describe(cell.Rows.Split.FitSeed, isTimeUp: false, checked((int)rows.SkippedCount)),
            member.Epochs.Sum(epoch => epoch.Seconds),
            member.Failure?.Message)
        { HeldOut = kept, MissingMetrics = missing };
    }

    private sealed class Progress(int epochs, int cells, IExperimentObserver observer) : ITrainingObserver
    {
        private int _last;

        public void EpochEnded(EpochRecord epoch, int member)
        {
            if (epoch.Epoch == _last)
                return;
            _last = epoch.Epoch;
            observer.EpochEnded(new CohortProgress(epoch.Epoch, epochs, cells));
        }
    }
}
