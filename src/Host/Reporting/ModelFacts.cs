using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Sums up the model of a report.</summary>
internal static class ModelFacts
{
    /// <param name="model">The model.</param>
    /// <param name="run">The run that made it; null where nobody knows.</param>
    public static ModelSummary Of(LoadedModel model, RunFacts? run)
    {
        Predictor? predictor = Predictor.In(model.Transformer);
        if (predictor?.Members is not [var first, ..] members)
            return new ModelSummary { Architecture = ForeignTrainer.NameOf(predictor?.Model), Parameters = null, Loss = null };
        ShownLoss? loss = Find(first.History.Loss, model.Task);
        ModelSummary summary = ModelSummary.Of(members, new LossSummary(first.History.Loss, loss?.Description.Formula, loss?.Description.UseWhen)) with { Link = loss is null ? null : LinkWords.Of(loss.Loss.Link) };
        return run is null ? summary : summary with
        {
            Options = [.. run.Options.Select(option => new NamedValue(option.Key, string.Join(", ", RunFacts.TextsOf(option.Value))))],
            Versions = [.. run.Versions.Select(version => new NamedValue(version.Key, version.Value))],
            Device = run.Device,
            TrainingSeconds = run.TrainingSeconds,
            TotalSeconds = run.TotalSeconds,
        };
    }

    /// <summary>A loss of the catalog; null where it is none.</summary>
    public static ShownLoss? Find(string loss, ModelTask task)
    {
        try
        {
            return LossLookup.Find(loss, LossTask.Parse(task.ToString()), _ => { }) is [var found, ..] ? found : null;
        }
        catch (CommandException)
        {
            return null;
        }
    }
}
