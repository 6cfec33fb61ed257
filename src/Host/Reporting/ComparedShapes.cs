using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Draws the losses of a comparison over the errors that their networks made.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="losses">The losses.</param>
/// <param name="predictions">What their networks predicted for rows held out.</param>
internal sealed class ComparedShapes(LossComparison comparison, IReadOnlyList<Loss> losses, ComparedPredictions predictions)
{
    // Beyond these scores losses for two classes are straight lines or constants, however sure of itself a network is.
    private const double LeastScore = 3, GreatestScore = 8;

    private const double Undecided = 0.5;

    private const string LeadTitle = "lead of positive over negative row";

    /// <summary>The shapes, those against one kind of error side by side. Where a loss was trained in several ways, the best of them made the errors.</summary>
    public IReadOnlyList<LossShape> Draw()
    {
        Compared[] compared = [.. from setting in comparison.Settings.Select(summary => summary.Setting).DistinctBy(setting => setting.Loss) select new Compared(losses.Single(loss => loss.Name == setting.Loss), setting, predictions.Of(setting))];
        return compared.Length == 0 ? [] : compared[0].Loss switch
        {
            RegressionLoss => Numbers(compared),
            BinaryLoss => TwoClasses(compared),
            _ => Classes(compared),
        };
    }

    private IReadOnlyList<LossShape> Numbers(Compared[] compared)
    {
        double[]?[] errors = [.. compared.Select(own => own.Scores?.Zip(predictions.Labels, (score, label) => score - label).ToArray())];
        double label = predictions.Labels.Select(value => (double)value).DefaultIfEmpty(1).Average();
        (double from, double to) range = LossShape.RangeOf([.. errors.OfType<double[]>()]);
        return Against(compared, Curves(compared, range, label > 0 ? label : 1), errors, IsOfMedian, made => LossShape.Of(CurveAxis.Error.Name, made));
    }

    private IReadOnlyList<LossShape> TwoClasses(Compared[] compared)
    {
        double[] sizes = [.. compared.SelectMany(own => own.Scores ?? []).Select(Math.Abs).Order()];
        double most = Math.Clamp(sizes.Length == 0 ? LeastScore : sizes[sizes.Length * 9 / 10], LeastScore, GreatestScore);
        IReadOnlyList<LossCurve> curves = Curves(compared, (-most, most), 1);
        return
        [
            .. Against(compared, curves, OfClass(1), trace => trace.Series.Case == "positive row", made => LossShape.Of("score of a positive row", made, (-most, most), 0)),
            .. Against(compared, curves, OfClass(0), trace => trace.Series.Case == "negative row", made => LossShape.Of("score of a negative row", made, (-most, most), 0)),
            .. Against(compared, curves, Unknown(compared), trace => trace.Curve.Axis == CurveAxis.Lead, made => LossShape.Of(LeadTitle, made, (-most, most), 0)),
        ];

        double[]?[] OfClass(int label) => [.. compared.Select(own => own.Scores?.Where((_, row) => predictions.Labels[row] == label).ToArray())];
    }

    private IReadOnlyList<LossShape> Classes(Compared[] compared)
    {
        IReadOnlyList<LossCurve> curves = LossCurve.Of([.. compared.Select(own => own.Loss)], null);
        return
        [
            .. Against(compared, curves, [.. compared.Select(own => own.Scores?.ToArray())], trace => trace.Curve.Axis == CurveAxis.Probability, made => LossShape.Of(CurveAxis.Probability.Name, made, (0, 1), Undecided)),
            .. Against(compared, curves, Unknown(compared), trace => trace.Curve.Axis == CurveAxis.ClassScore, made => LossShape.Of(CurveAxis.ClassScore.Name, made, (-LeastScore, LeastScore), 0)),
        ];
    }

    private static double[]?[] Unknown(Compared[] compared) => new double[]?[compared.Length];

    // Where several quantiles are predicted, the prediction whose errors are known is the middle one.
    private static bool IsOfMedian((LossCurve Curve, CurveSeries Series) trace) => trace.Series == trace.Curve.Series[trace.Curve.Series.Count / 2];

    private static IReadOnlyList<LossCurve> Curves(Compared[] compared, (double From, double To) range, double label) =>
        LossCurve.Of([.. compared.Select(own => own.Loss)], new CurveRange(range.From, range.To), label);

    private IReadOnlyList<LossShape> Against(Compared[] compared, IReadOnlyList<LossCurve> curves, double[]?[] met, Func<(LossCurve Curve, CurveSeries Series), bool> isWanted, Func<IReadOnlyList<(string, Func<double, double>, IReadOnlyList<double>?)>, IReadOnlyList<LossShape>> draw)
    {
        (Compared Own, LossCurve Curve, CurveSeries Series, double[]? Met)[] traces = [.. compared.SelectMany((own, i) => curves[i].Series.Where(series => isWanted((curves[i], series))).Select(series => (own, curves[i], series, met[i])))];
        IReadOnlyList<LossShape> shapes = draw([.. traces.Select(trace => (SettingName.Of(trace.Own.Setting, comparison), ChargeOf(trace.Series), (IReadOnlyList<double>?)trace.Met))]);
        return [.. shapes.Zip(traces, (shape, trace) => shape with { Condition = ConditionOf(trace.Curve, trace.Series) })];
    }

    private static string ConditionOf(LossCurve curve, CurveSeries series) => curve.Axis != CurveAxis.Error ? "" : series.Case.Length > 0 ? $"at {series.Case}" : curve.Condition;

    // Between the points of a curve straight lines are near enough; beyond its ends the loss is not defined, or was not drawn.
    private static Func<double, double> ChargeOf(CurveSeries series)
    {
        double[] x = [.. series.X];
        return error =>
        {
            int after = Array.FindIndex(x, place => place >= error);
            if (after < 0 || error < x[0])
                return double.NaN;
            if (after == 0)
                return series.Losses[0];
            double share = (error - x[after - 1]) / (x[after] - x[after - 1]);
            return series.Losses[after - 1] + (share * (series.Losses[after] - series.Losses[after - 1]));
        };
    }

    private sealed record Compared(Loss Loss, ExperimentSetting Setting, IReadOnlyList<double>? Scores);
}
