using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What info says of a model.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Model">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Task">What it predicts: regression, binary or multiclass.</param>
/// <param name="Predictor">The class that predicts; null where ML.NET does not tell.</param>
/// <param name="Network">The network; null where it is none.</param>
/// <param name="Inputs">The columns that predictions are made from.</param>
/// <param name="Outputs">The columns that hold predictions.</param>
/// <param name="Classes">The classes in the order of the scores, where there are more than two and their names are known.</param>
/// <param name="Reading">How the training rows were read, which new rows are read alike; null where the model's file does not say, as those of other programs.</param>
internal sealed record ModelDocument(
    int SchemaVersion,
    string Command,
    string Model,
    long Bytes,
    string Task,
    string? Predictor,
    ModelDocument.NetworkSummary? Network,
    IReadOnlyList<ModelDocument.Column> Inputs,
    IReadOnlyList<ModelDocument.Column> Outputs,
    IReadOnlyList<string> Classes,
    ModelReading? Reading)
{
    public static ModelDocument Of(LoadedModel model)
    {
        Predictor? predictor = Models.Predictor.In(model.Transformer);
        return new ModelDocument(
            1,
            "info",
            model.Path,
            new FileInfo(model.Path).Length,
            model.Task.ToString().ToLowerInvariant(),
            predictor?.Kind,
            predictor?.Members is [var first, ..] members ? Summarize(first, members.Count) : null,
            [.. model.NeededInputs.Select(column => new Column(column.Name, TypeOf(column)))],
            [.. model.Predictions.Select(column => new Column(column.Name, TypeOf(column)))],
            model.Outputs.Classes,
            model.Reading);
    }

    private static NetworkSummary Summarize(FittedMember member, int members)
    {
        TrainingHistory history = member.History;
        return new NetworkSummary(
            members,
            [member.Network.FeatureCount, .. member.Network.Layers.Select(layer => layer.OutputCount)],
            member.Network.Activation.ToString(),
            member.Network.ParameterCount,
            history.Loss,
            history.Seed,
            history.Epochs.Count,
            history.BestEpoch,
            history.StopReason.ToString());
    }

    private static string TypeOf(Microsoft.ML.DataViewSchema.Column column) => column.Type switch
    {
        VectorDataViewType { ItemType: TextDataViewType, Size: var size } => $"{size} texts",
        VectorDataViewType { Size: var size } => $"{size} numbers",
        TextDataViewType => "text",
        BooleanDataViewType => "boolean",
        KeyDataViewType key => $"one of {key.Count} classes",
        NumberDataViewType number when number.RawType == typeof(float) || number.RawType == typeof(double) => "number",
        NumberDataViewType => "whole number",
        var other => $"{other}",
    };

    /// <summary>A column and what it holds.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">What it holds, in words.</param>
    internal sealed record Column(string Name, string Type);

    /// <summary>A network, or an ensemble of which this is the first: sizes from the features to the outputs, and how it was trained.</summary>
    /// <param name="Members">The number of networks.</param>
    /// <param name="Sizes">The number of features, then that of the units of each layer.</param>
    /// <param name="Activation">The activation of the hidden layers.</param>
    /// <param name="Parameters">The number of weights and biases.</param>
    /// <param name="Loss">The loss, with its parameters.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Epochs">How many epochs were trained.</param>
    /// <param name="BestEpoch">The epoch whose weights the network has.</param>
    /// <param name="StopReason">Why its fit ended: EpochsDone, NoImprovement or TimeLimit.</param>
    internal sealed record NetworkSummary(int Members, IReadOnlyList<int> Sizes, string Activation, long Parameters, string Loss, int Seed, int Epochs, int BestEpoch, string StopReason);
}
