using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Losses;

/// <summary>A loss that a user asked about.</summary>
/// <param name="Task">The task that it is for.</param>
/// <param name="Entry">Its entry in the task's catalog.</param>
/// <param name="Loss">The loss, with the parameters asked for.</param>
internal sealed record ShownLoss(LossTask Task, LossEntry Entry, Loss Loss)
{
    /// <summary>What there is to know about it.</summary>
    public LossDescription Description { get; } = Loss.Description ?? throw new InvalidOperationException($"The loss '{Loss}' of the catalog has no description.");

    /// <summary>What to write on the command line to train with it.</summary>
    public string Console => $"mlnet-loss {Task.Command} --loss {Loss}";

    /// <summary>The value of a parameter, as text.</summary>
    public string ValueOf(CatalogParameter parameter) => CatalogText.ParametersIn(Loss.Name)?.GetValueOrDefault(parameter.Name) ?? parameter.Default;
}
