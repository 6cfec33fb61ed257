using MLNet.LossExperiments.Host.Losses;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What <c>mlnet-loss losses --json</c> and <c>mlnet-loss losses show --json</c> print.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Losses">The losses.</param>
/// <param name="NoCurve">Why there are no curves; null where there are, and in the list, which never has them.</param>
internal sealed record LossesDocument(int SchemaVersion, string Command, IReadOnlyList<LossDocument> Losses, string? NoCurve)
{
    public static LossesDocument OfList(IEnumerable<LossTask> tasks) => new(
        1, "losses", [.. tasks.SelectMany(task => task.Entries.Select(entry => LossDocument.Of(new ShownLoss(task, entry, entry.Create(null)), null)))], null);

    public static LossesDocument OfShown(IEnumerable<LossDocument> losses, string? noCurve) => new(1, "losses show", [.. losses], noCurve);
}
