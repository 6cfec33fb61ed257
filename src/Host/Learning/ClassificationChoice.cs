using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Chooses between two and more classes, by the values of the label.</summary>
/// <param name="loss">The loss that the user wants; null for the task's own.</param>
/// <param name="apply">Puts the user's settings into options.</param>
internal sealed class ClassificationChoice(string? loss, Func<MlpOptions, MlpOptions> apply) : TaskChoice
{
    // A class is what is written: 007 is another than 7, and numbers too long for 32 bits differ.
    public override ColumnRequest RequestLabel(ColumnCensus label) => new(label.Name, ColumnKind.Category, "");

    public override LearningTask Choose(TableRows rows, string label)
    {
        IReadOnlyList<string> classes = LabelClasses.Find(rows, label);
        try
        {
            return classes.Count == 2 ? Binary(classes) : Multiclass(classes);
        }
        catch (FormatException e)
        {
            throw CommandException.Usage($"--loss: '{label}' has {classes.Count} classes. {e.Message}");
        }
    }

    private BinaryLearning Binary(IReadOnlyList<string> classes)
    {
        MlpBinaryOptions options = loss is null ? new() : new() { Loss = LossChoice.ForBinary(loss) };
        return new BinaryLearning((MlpBinaryOptions)apply(options), classes);
    }

    private MulticlassLearning Multiclass(IReadOnlyList<string> classes)
    {
        MlpMulticlassOptions options = loss is null ? new() : new() { Loss = LossChoice.ForMulticlass(loss) };
        return new MulticlassLearning((MlpMulticlassOptions)apply(options), classes);
    }
}
