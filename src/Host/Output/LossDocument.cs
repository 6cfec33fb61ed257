using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Losses;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>A loss, as --json prints it; docs/losses-command.md has the fields.</summary>
internal sealed record LossDocument(
    string Task,
    string Name,
    string Loss,
    string Summary,
    IReadOnlyList<LossDocument.Parameter> Parameters,
    string Formula,
    string Labels,
    string Outputs,
    string Link,
    bool? GivesProbabilities,
    string Scores,
    string MinimisedBy,
    string UseWhen,
    string AvoidWhen,
    string Source,
    string CSharp,
    string Console,
    LossDocument.Picture? Curve)
{
    public static LossDocument Of(ShownLoss shown, LossCurve? curve) => new(
        shown.Task.Name,
        shown.Entry.Name,
        shown.Loss.Name,
        shown.Entry.Summary,
        [.. shown.Entry.Parameters.Select(parameter => new Parameter(
            parameter.Name, shown.Description.Symbols[parameter.Name], shown.ValueOf(parameter), parameter.Default, parameter.Allowed, parameter.Meaning))],
        shown.Description.Formula,
        shown.Loss.Traits.Labels,
        shown.Loss.Traits.Outputs,
        shown.Loss.Link.ToString(),
        shown.Loss.Traits.GivesProbabilities,
        shown.Loss.Traits.Scores,
        shown.Description.MinimisedBy,
        shown.Description.UseWhen,
        shown.Description.AvoidWhen,
        shown.Description.Source,
        shown.Description.CSharp,
        shown.Console,
        curve is null ? null : new Picture(curve.Axis.Name, curve.Axis.Unit, curve.Condition, curve.LabelPower, curve.Series));

    /// <summary>A parameter: its name, its symbol in the formula, its value, its default, what is allowed, what it is.</summary>
    internal sealed record Parameter(string Name, string Symbol, string Value, string Default, string Allowed, string Meaning);

    /// <summary>The curve: what it is drawn against, in which unit, what else is fixed, the power of the label's unit that the loss has, and the lines.</summary>
    internal sealed record Picture(string Axis, string Unit, string Condition, double LabelPower, IReadOnlyList<CurveSeries> Series);
}
