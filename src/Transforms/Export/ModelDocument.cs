using System.Text.Json;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Export;

/// <summary>A fitted network as one JSON document, from which scores can be computed in any language. docs/exporting.md explains each part.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Task">regression, binary or multiclass.</param>
/// <param name="Loss">The loss that it was trained with.</param>
/// <param name="InputColumns">The columns that the model takes, before they are made into features.</param>
/// <param name="Features">The vector that the networks take.</param>
/// <param name="Networks">One network, or those of an ensemble.</param>
/// <param name="Link">How outputs become predictions.</param>
/// <param name="TargetCount">For regression the number of targets, otherwise 1.</param>
/// <param name="TargetNames">Their names; empty where they have none.</param>
/// <param name="QuantileLevels">The levels of the quantiles of each target; empty for none.</param>
/// <param name="Calibration">How scores become probabilities; null for none.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
internal sealed record ModelDocument(
    int SchemaVersion,
    string Task,
    string Loss,
    IReadOnlyList<ColumnDocument> InputColumns,
    FeaturesDocument Features,
    IReadOnlyList<NetworkDocument> Networks,
    string Link,
    int TargetCount,
    IReadOnlyList<string> TargetNames,
    IReadOnlyList<double> QuantileLevels,
    CalibrationDocument? Calibration,
    IReadOnlyList<string> Classes)
{
    private const int Version = 2;

    /// <param name="task">What was learned.</param>
    /// <param name="content">The networks, and what their outputs mean.</param>
    /// <param name="inputs">The columns that the model takes.</param>
    /// <param name="features">The vector that the networks take.</param>
    /// <param name="classes">The classes; empty for regression.</param>
    /// <exception cref="ModelExportException">A weight is no finite number.</exception>
    public static ModelDocument Of(string task, ModelContent content, IReadOnlyList<ColumnDocument> inputs, FeaturesDocument features, IReadOnlyList<string> classes) => new(
        Version,
        task,
        content.Members[0].History.Loss,
        inputs,
        features,
        [.. content.Members.Select(NetworkDocument.Of)],
        JsonNamingPolicy.CamelCase.ConvertName(content.Form.Link.ToString()),
        content.Form.TargetCount,
        content.Form.TargetNames ?? [],
        content.Form.QuantileLevels,
        CalibrationDocument.Of(content.Calibration),
        classes);

    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, ModelJson.Options);
        stream.WriteByte((byte)'\n');
    }
}
