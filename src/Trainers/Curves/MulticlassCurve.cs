using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Curves;

/// <summary>Draws losses for several classes against the probability of the row's class, or its score where there are no probabilities. The row's class is the second, in the middle of three.</summary>
internal static class MulticlassCurve
{
    private const int UsualClasses = 3;
    private const int RowClass = 1;

    // At 0 and 1 scores are infinite.
    private const double LeastProbability = 0.001, UsualProbability = 0.01;

    public static LossCurve Of(MulticlassLoss loss, CurveRange? range)
    {
        int classes = loss.ClassCount ?? UsualClasses;
        MulticlassLoss fitted = loss.FittedTo([.. Enumerable.Repeat(1.0, classes)]);
        CurveAxis axis = loss.Link == Link.Identity ? CurveAxis.ClassScore : CurveAxis.Probability;
        CurveRange drawn = loss.Link == Link.Identity
            ? range ?? new CurveRange(-3, 3)
            : range?.Within(LeastProbability, 1 - LeastProbability, axis) ?? new CurveRange(UsualProbability, 1 - UsualProbability);
        CurveSeries series = CurveTrace.Of("", drawn.Points, places =>
            fitted.RowLosses(OutputsFor(fitted.Link, places, classes), torch.tensor(Enumerable.Repeat((long)RowClass, drawn.Points.Length).ToArray())));
        return new LossCurve(loss.Name, axis, $"class 2 of {classes}", 0, [series]);
    }

    private static torch.Tensor OutputsFor(Link link, torch.Tensor places, int classes)
    {
        torch.Tensor others = link == Link.Identity ? torch.zeros_like(places) : places.SubtractedFrom(1).Times(1.0 / (classes - 1));
        torch.Tensor[] columns = [.. Enumerable.Range(0, classes).Select(index => index == RowClass ? places : others)];
        if (link == Link.Identity)
            return torch.stack(columns, 1);
        return link == Link.Ordinal ? ConditionalLogOdds(columns) : torch.stack(columns, 1).log();
    }

    // The log-odds of being above each class, given that one is not below it, from the probabilities of the classes.
    private static torch.Tensor ConditionalLogOdds(torch.Tensor[] probabilities) => torch.stack(
        [.. Enumerable.Range(0, probabilities.Length - 1).Select(index => torch.stack(probabilities[(index + 1)..], 1).sum(1).log() - probabilities[index].log())], 1);
}
