using System.Text.Json.Serialization;

namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions did on rows with known labels. What depends on the task is in the derived records; in JSON <c>task</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "task")]
[JsonDerivedType(typeof(RegressionEvaluation), "regression")]
[JsonDerivedType(typeof(BinaryEvaluation), "binary")]
[JsonDerivedType(typeof(MulticlassEvaluation), "multiclass")]
public abstract record TaskEvaluation
{
    /// <summary>The rows that were evaluated.</summary>
    public required EvaluatedRows Rows { get; init; }

    /// <summary>The metrics, each with its interval and what it says.</summary>
    public required IReadOnlyList<MetricEstimate> Metrics { get; init; }

    /// <summary>How the intervals were found.</summary>
    public required BootstrapPlan Bootstrap { get; init; }

    /// <summary>The rows that were predicted worst.</summary>
    public required WorstPredictions Worst { get; init; }
}
