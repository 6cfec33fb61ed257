using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>What differs between the programs of the tasks: how labels become what a trainer takes and come back, and how predictions are measured.</summary>
/// <param name="task">The task.</param>
/// <param name="columns">The names of all columns as the program reads them.</param>
/// <param name="labelName">What the program calls the label's column.</param>
internal sealed class TaskCode(LearningTask task, IEnumerable<string> columns, string labelName)
{
    private bool IsBinary => task.PositiveClass is not null;

    /// <summary>The property of <c>MLContext</c>.</summary>
    public string Catalog => task.Classes.Count == 0 ? "Regression" : IsBinary ? "BinaryClassification" : "MulticlassClassification";

    /// <summary>The column that a trainer learns.</summary>
    public string Learned { get; } = task.Classes.Count == 0 ? labelName : Formats.ColumnNames.Claim("Label", columns.Where(name => name != labelName).ToHashSet(StringComparer.Ordinal));

    /// <summary>The estimator that makes the column that is learned of the label; null where it is the label itself.</summary>
    public string? LabelMapping => task.Classes.Count == 0 ? null : IsBinary
        ? MappingCode.Of(Learned, "string, bool", task.Classes.Select(name => (Literal(name), ValueCode.Of(name == task.PositiveClass))), labelName)
        : $"mlContext.Transforms.Conversion.MapValueToKey([new({Literal(Learned)}, {Literal(labelName)})],\n    keyData: mlContext.Data.LoadFromEnumerable(new[] {{ {string.Join(", ", task.Classes.Select(Literal))} }}.Select(name => new {{ name }})))";

    /// <summary>The estimator that turns predicted labels back into those of the file; null where they are so already.</summary>
    public string? PredictionMapping => task.Classes.Count == 0 ? null : IsBinary
        ? MappingCode.Of(PredictionColumns.PredictedLabel, "bool, string", task.Classes.Select(name => (ValueCode.Of(name == task.PositiveClass), Literal(name))), PredictionColumns.PredictedLabel)
        : $"mlContext.Transforms.Conversion.MapKeyToValue({Literal(PredictionColumns.PredictedLabel)})";

    /// <summary>Measures the predictions and prints the metrics.</summary>
    /// <param name="set">The name of the rows.</param>
    public string Evaluation(string set)
    {
        // Of two classes ML.NET gives the log-loss in bits; the console shows nats.
        (string method, string[] metrics) = task.Options switch
        {
            MlpRegressionOptions => ("Evaluate", ["MAE=MeanAbsoluteError", "RMSE=RootMeanSquaredError", "R²=RSquared"]),
            MlpBinaryOptions binary when !binary.Loss.GivesProbabilities && binary.Calibration == CalibrationKind.None => ("EvaluateNonCalibrated", ["accuracy=Accuracy", "AUC=AreaUnderRocCurve", "F1=F1Score"]),
            MlpBinaryOptions => ("Evaluate", ["accuracy=Accuracy", "AUC=AreaUnderRocCurve", "F1=F1Score", "log-loss=LogLoss * Math.Log(2)"]),
            MlpMulticlassOptions { Loss.Link: Link.Identity } => ("Evaluate", ["accuracy=MicroAccuracy", "macro=MacroAccuracy"]),
            _ => ("Evaluate", (string[])["accuracy=MicroAccuracy", "macro=MacroAccuracy", "log-loss=LogLoss"]),
        };
        string shown = string.Join(", ", metrics.Select(metric => metric.Split('=')).Select(pair => $"{pair[0]} {{metrics.{pair[1]}}}"));
        return $"""
            var metrics = mlContext.{Catalog}.{method}(predictions, {Literal(Learned)});
            Console.WriteLine($"{set}: {shown}");
            """.ReplaceLineEndings("\n");
    }

    private static string Literal(string text) => CSharpNames.Literal(text);
}
