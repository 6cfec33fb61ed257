using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Chooses between two and more classes, by the values of the label.</summary>
/// <param name="loss">The loss that the user wants; null for the task's own.</param>
/// <param name="apply">Puts the user's settings into options.</param>
internal sealed class ClassificationChoice(string? loss, Func<MlpOptions, MlpOptions> apply) : TaskChoice
{
    // A few words among numbers are no slips here, but classes.
    public override ColumnRequest RequestLabel(ColumnCensus label) =>
        new(label.Name, label.IsAllNumbers ? ColumnKind.Number : ColumnKind.Category, "The dataset's labels are numbers.");

    public override LearningTask Choose(TableRows rows, string label)
    {
        IReadOnlyList<string> classes = LabelClasses.Find(rows, label);
        try
        {
            return classes.Count == 2 ? Binary(classes, rows.Table[label].Kind) : Multiclass(classes);
        }
        catch (FormatException e)
        {
            throw CommandException.Usage($"--loss: '{label}' has {classes.Count} classes. {e.Message}");
        }
    }

    private BinaryLearning Binary(IReadOnlyList<string> classes, ColumnKind labelKind)
    {
        MlpBinaryOptions options = loss is null ? new() : new() { Loss = LossChoice.ForBinary(loss) };
        return new BinaryLearning((MlpBinaryOptions)apply(options), classes, labelKind);
    }

    private MulticlassLearning Multiclass(IReadOnlyList<string> classes)
    {
        MlpMulticlassOptions options = loss is null ? new() : new() { Loss = LossChoice.ForMulticlass(loss) };
        return new MulticlassLearning((MlpMulticlassOptions)apply(options), classes);
    }
}
