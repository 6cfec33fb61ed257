using System.Globalization;
using System.Xml.Linq;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Axes that fit what is drawn.</summary>
public sealed class ChartAxisTests
{
    private static readonly string[] Colors = [.. ChartColors.Series];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void LearningRate_Constant_IsDrawnFromZeroUp(int epochs)
    {
        string[] numbers = Numbers(Curves(epochs).Single(chart => chart.Name == "learning-rate"));
        Assert.Contains("0", numbers);
        Assert.DoesNotContain(numbers, number => number.StartsWith('-'));
        // All but the epochs.
        Assert.All(numbers.Where(number => number.Contains('.', StringComparison.Ordinal)), number => Assert.InRange(double.Parse(number, CultureInfo.InvariantCulture), 0, 0.012));
    }

    [Fact]
    public void Metric_Constant_HasAnAxisOfItsOwnSize() => Assert.All(
        Numbers(Curves(3).Single(chart => chart.Name == "validation-metric")).Where(number => number.Contains('.', StringComparison.Ordinal)),
        number => Assert.InRange(double.Parse(number, CultureInfo.InvariantCulture), 0.6, 1));

    [Fact]
    public void Epochs_TwoOfThem_HaveNoHalves() => Assert.DoesNotContain("1.5", Numbers(Curves(2).Single(chart => chart.Name == "learning-rate")));

    [Fact]
    public void Losses_OfOneEpoch_ArePoints()
    {
        XElement svg = XDocument.Parse(Curves(1).Single(chart => chart.Name == "learning-curve").ToSvg()).Root!;
        Assert.True(svg.Descendants().Count(element => element.Name.LocalName == "circle") >= 3);
    }

    [Fact]
    public void Lift_LittleMoreThanChance_StaysBelowTheTop()
    {
        // Nine of ten are positive: no model finds more than 1.11 times what chance does.
        BinaryEvaluation evaluation = BinaryEvaluation.Of(new BinaryPredictions
        {
            PositiveClass = "yes",
            NegativeClass = "no",
            Actual = [.. Enumerable.Range(0, 200).Select(i => i % 10 != 0)],
            Scores = [.. Enumerable.Range(0, 200).Select(i => i % 10 != 0 ? 0.5f + i / 500f : i / 500f)],
            HasProbabilities = true,
        }, new EvaluationOptions { Bootstrap = new BootstrapPlan(20) });
        ReportChart lift = BinaryCharts.Of(evaluation, "").Single(chart => chart.Name == "lift");
        XElement svg = XDocument.Parse(lift.ToSvg()).Root!;
        XElement line = svg.Descendants().First(element => element.Name.LocalName == "path" && element.Attribute("stroke")?.Value == Colors[0]);
        double highest = line.Attribute("d")!.Value.Split('M', 'L', ' ').Where(part => part.Length > 0).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).Where((_, i) => i % 2 == 1).Min();
        // The top of the frame, by the grid's lines across.
        double top = svg.Descendants().Where(element => element.Attribute("stroke")?.Value == ChartColors.Grid).SelectMany(grid => grid.Attribute("d")!.Value.Split('M', 'L', ' ').Where(part => part.Length > 0).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).Where((_, i) => i % 2 == 1)).Min();
        Assert.True(highest - top > 5, $"The line is at {highest}, the top at {top}.");
    }

    [Fact]
    public void Residuals_FarBeyondTheOthers_AreSaidToBeLeftOut()
    {
        RegressionEvaluation evaluation = RegressionEvaluation.Of(new RegressionPredictions { Actual = [.. Enumerable.Range(0, 100).Select(i => i < 98 ? i % 5 : 1000f)], Predicted = [.. new float[100]] }, new EvaluationOptions { Bootstrap = new BootstrapPlan(20) });
        ReportChart chart = RegressionCharts.Of(evaluation, "", 100).Single(chart => chart.Name == "residual-distribution");
        Assert.Contains("actual − predicted (2 beyond the edges)", XDocument.Parse(chart.ToSvg()).Descendants().Select(element => element.Value));
    }

    private static string[] Numbers(ReportChart chart) =>
        [.. XDocument.Parse(chart.ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Replace('−', '-')).Where(text => double.TryParse(text, CultureInfo.InvariantCulture, out _))];

    private static IEnumerable<ReportChart> Curves(int epochs) => TrainingCharts.Of([LearningCurve.Of("network 1", new TrainingHistory(
        "mse", "accuracy", 1, 1, StopReason.EpochsDone, 10, 0, 0, [.. Enumerable.Range(1, epochs).Select(epoch => new EpochRecord(epoch, 3.0 / epoch, 2.5 / epoch, 2.7 / epoch, 0.79, 0.01, 1))]))]);
}
