using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Output;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Tests.Output;

public sealed class CurvePlotTests
{
    private static readonly CurveSeries Square = new("", [-1, 0, 1], [1, 0, 1], [-2, 0, 2]);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(79)]
    [InlineData(109)]
    [InlineData(110)]
    [InlineData(200)]
    [InlineData(100_000)]
    public void Of_AnyWidth_IsNoWiderInColourOrPlain(int width)
    {
        foreach (bool isPlain in (bool[])[true, false])
        {
            int widest = Draw(Chart(Curve("mse", "", 2)), width, isPlain).Max(line => line.TrimEnd().Length);
            int room = Math.Min(width, isPlain ? 80 : 200);
            Assert.InRange(widest, room - 1, room);
        }
    }

    [Theory]
    [InlineData(109, false)]
    [InlineData(110, true)]
    public void Of_RoomForTwo_DrawsThemSideBySide(int width, bool isSideBySide) =>
        Assert.Equal(isSideBySide, Draw(Chart(Curve("mse", "", 2)), width, isPlain: false)[0].Contains("gradient", StringComparison.Ordinal));

    [Theory]
    [InlineData(2, "loss (label units²)", "gradient (label units)")]
    [InlineData(1, "loss (label units)", "gradient")]
    [InlineData(0, "loss", "gradient (per label unit)")]
    [InlineData(0.5, "loss (label units^0.5)", "gradient (label units^-0.5)")]
    public void Labels_PowerOfTheLabel_IsTheUnit(double power, string loss, string gradient)
    {
        CurveChart chart = Chart(Curve("any", "", power));
        Assert.Equal((loss, gradient), (chart.LossLabel, chart.GradientLabel));
    }

    [Fact]
    public void Labels_LossesThatDiffer_SayWhatIsWhose()
    {
        CurveChart chart = Chart(Curve("mse", "", 2), Curve("poisson", "at label 1", 1));
        Assert.Equal("loss, each in its own unit", chart.LossLabel);
        Assert.Equal("prediction − label (label units)", chart.AxisLabel);
        Assert.Equal(["mse", "poisson at label 1"], chart.Lines.Select(line => line.Name));
    }

    [Fact]
    public void Of_LossesAgainstDifferentQuantities_AreChartsOfTheirOwn() =>
        Assert.Equal([CurveAxis.Error, CurveAxis.Score], CurveChart.Of([Curve("mse", "", 2), new LossCurve("hinge", CurveAxis.Score, "", 0, [Square]), Curve("mae", "", 1)]).Select(chart => chart.Axis));

    private static LossCurve Curve(string loss, string condition, double power) => new(loss, CurveAxis.Error, condition, power, [Square]);

    private static CurveChart Chart(params LossCurve[] curves) => CurveChart.Of(curves).Single();

    private static string[] Draw(CurveChart chart, int width, bool isPlain)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(CurvePlot.Of(chart, width, isPlain));
        return text.ToString().ReplaceLineEndings("\n").Split('\n');
    }
}
