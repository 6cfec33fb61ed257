using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>The columns that hold predictions.</summary>
/// <param name="Task">What is predicted.</param>
/// <param name="Names">The columns that are there, by ML.NET's names, in the order in which they are written.</param>
/// <param name="Classes">The classes in the order of the scores, where there are more than two and their names are known; otherwise empty.</param>
internal sealed record PredictionColumns(ModelTask Task, IReadOnlyList<string> Names, IReadOnlyList<string> Classes)
{
    public const string PredictedLabel = "PredictedLabel";
    public const string Score = "Score";
    public const string Probability = "Probability";
    public const string ScoreVariance = "ScoreVariance";
    public const string Quantiles = "Quantiles";

    private static readonly string[] Known = [PredictedLabel, Score, Probability, ScoreVariance, Quantiles];
    private static readonly string[] NamesOfSlots = ["SlotNames", "TrainingLabelValues"];

    public bool HasProbability => Names.Contains(Probability);

    /// <summary>Finds them; null where there is no score.</summary>
    public static PredictionColumns? Find(DataViewSchema schema)
    {
        if (schema.GetColumnOrNull(Score) is not { } score)
            return null;
        string[] names = [.. Known.Where(name => schema.GetColumnOrNull(name) is not null)];
        if (!names.Contains(PredictedLabel))
            return new PredictionColumns(ModelTask.Regression, names, []);
        return score.Type is VectorDataViewType vector
            ? new PredictionColumns(ModelTask.Multiclass, names, SlotsOf(score, vector.Size) ?? [])
            : new PredictionColumns(ModelTask.Binary, names, []);
    }

    /// <summary>The columns of a schema.</summary>
    public IEnumerable<DataViewSchema.Column> All(DataViewSchema schema) => Names.Select(name => schema[name]);

    /// <summary>The names of the slots of a vector, where it has some: those of the classes, for scores.</summary>
    public static IReadOnlyList<string>? SlotsOf(DataViewSchema.Column column, int count) =>
        NamesOfSlots.Select(kind => Annotation.TextsOf(column, kind)).FirstOrDefault(names => names?.Count == count);
}
