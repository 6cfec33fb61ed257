using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MLNet.LossExperiments.Interop;

/// <summary>The columns that a trainer asks of its input.</summary>
internal sealed record TrainerColumns(string Feature, SchemaShape.Column Label, string? Weight)
{
    public static TrainerColumns ForRegression(string feature, string label, string? weight) => new(feature, TrainerUtils.MakeR4ScalarColumn(label), weight);

    public static TrainerColumns ForBinary(string feature, string label, string? weight) => new(feature, TrainerUtils.MakeBoolScalarLabel(label), weight);

    public static TrainerColumns ForMulticlass(string feature, string label, string? weight) => new(feature, TrainerUtils.MakeU4ScalarColumn(label), weight);
}
