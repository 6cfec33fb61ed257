using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Persistence;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Fits a model for an ML.NET trainer: reads the rows, trains a cohort of one network or of an ensemble, freezes it.</summary>
internal static class Fitter
{
    public static ModelContent Fit(FitRequest request, LearningTask task, MlpOptions options, int seed)
    {
        void CheckAlive()
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            request.CheckAlive();
        }

        CheckAlive();
        if (options.Seed is null && options.ResumeFrom is not null)
            seed = Checkpointing.SeedOf(options.ResumeFrom);
        LibTorch.EnsureLoaded();
        using GradientMode gradients = GradientMode.On();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Device device = DeviceChoice.Resolve(options.Device);
        using var randoms = new MemberRandoms(Enumerable.Range(0, options.Members).Select(member => (seed, member)), device);
        FitRowSets rows = FitRowSets.Read(request, task, task.TargetRule(request.Training), options, randoms.Members[0], device, CheckAlive);

        LearningTask fitted = task.FittedTo(rows.Summary);
        var shape = new NetworkShape(request.Training.FeatureCount, options.HiddenSizes, task.OutputCount(request.Training), options.BatchNormalization);
        CohortNetwork network = CohortNetwork.Create(shape, options.Activation, randoms.Members, device);
        torch.Tensor? average = options.AveragingDecay is null ? null : torch.empty_like(network.Parameters);
        var output = new OutputTransform(fitted.OutputRange, fitted.OutputScale(rows.Summary, device));
        PredictionForm form = task.Form(request.Training);
        var memberRows = new MemberRows(rows.Training, rows.Validation, rows.InputScaler);
        Member[] members = [.. randoms.Members.Select((random, i) => new Member(fitted, form, output, random, memberRows, network.Member(i), average?.narrow(0, i, 1), options) { Number = i })];
        if (request.Initial is { } initial)
            WarmStart.Apply(initial, members, shape, options);
        var cohort = new Cohort(network, members, average, options);
        var checkpointing = new Checkpointing(cohort, options, Checkpointing.SettingsOf(options, seed, memberRows));

        using var report = new FitReport(request, options, members[0]);
        report.FitStarted(new FitStart(
            options.Epochs, options.Members, checkpointing.FirstEpoch, rows.Training.Count, rows.Validation?.Count ?? 0, checked((int)rows.SkippedCount), shape.FeatureCount, shape.ParameterCount, device.ToString(), seed)
        { Loss = members[0].Task.Loss.ToString()!, MetricName = members[0].MetricName });
        bool isTimeUp = new TrainingLoop(cohort, options, checkpointing, report, CheckAlive).Run();
        TrainingHistory[] histories = [.. members.Select(member => member.Describe(seed, isTimeUp, checked((int)rows.SkippedCount)))];
        report.FitEnded(histories);
        FittedMember[] frozen = [.. members.Select((member, i) => new FittedMember(member.Freeze(), histories[i]))];
        return new ModelContent(frozen, form, Calibrating.Fit(request, fitted.Calibration, frozen, form, rows.Validation));
    }
}
