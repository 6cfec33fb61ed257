using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public sealed class LinePlotTests
{
    private static readonly PlotLine Rise = new([0, 4], [0, 4], Color.Blue, '*');
    private static readonly PlotLine Step = new([0, 2, 2, 4], [3, 3, 1, 1], Color.Red, 'o');

    [Fact]
    public void Render_Plain_DrawsMarksFrameAndTicks() => Assert.Equal(
        """
        rise
        4 +            *
          |           *
          |          *
        3 +         *
          |        *
          |       *
        2 +      *
          |     *
          |    *
        1 +   *
          |  *
          | *
        0 +*
          ++--+--+--+--+
           0  1  2  3  4
        """,
        Draw(new LinePlot("rise", [Rise], 16, isPlain: true), 80));

    [Fact]
    public void Render_Jump_HasNoGap()
    {
        string[] lines = Draw(new LinePlot("", [Step], 40, isPlain: true), 80).Split('\n');
        Assert.Equal(13, lines.Count(line => line.Contains('o', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(200)]
    public void Render_AnyWidth_FillsItAndNoMore(int width)
    {
        foreach (bool isPlain in (bool[])[true, false])
            Assert.Equal(width, Draw(new LinePlot("", [Rise, Step], width, isPlain), width).Split('\n').Max(line => line.Length));
    }

    [Fact]
    public void Render_NotPlain_DrawsBrailleDots()
    {
        string drawn = Draw(new LinePlot("", [Rise], 40, isPlain: false), 80);
        Assert.Contains(drawn, letter => letter is >= '\u2801' and <= '\u28FF');
        Assert.DoesNotContain('*', drawn);
    }

    [Fact]
    public void Render_Plain_IsAscii() => Assert.All(Draw(new LinePlot("", [Rise, Step], 60, isPlain: true), 80), letter => Assert.True(char.IsAscii(letter), $"{letter}"));

    [Fact]
    public void Render_ConstantAndUndefinedValues_AreDrawnWhereTheyAre()
    {
        string drawn = Draw(new LinePlot("", [new PlotLine([0, 1, 2, 3], [5, 5, double.NaN, double.PositiveInfinity], Color.Blue, '*')], 30, isPlain: true), 80);
        Assert.Equal(1, drawn.Split('\n').Count(line => line.Contains('*', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, 9, 0, 10, 6)]
    [InlineData(-6, 6, -6, 6, 7)]
    [InlineData(0.01, 0.99, 0, 1, 6)]
    [InlineData(-1, 1, -1, 1, 5)]
    [InlineData(1e-9, 3e-9, 0.8e-9, 3e-9, 0)]
    public void Frame_Values_AreEnclosedByRoundNumbers(double low, double high, double expectedLow, double expectedHigh, int ticks)
    {
        (double from, double to, double[] at) = LinePlot.Frame([low, high]);
        Assert.True(from <= low && to >= high, $"{from} to {to}");
        if (ticks > 0)
            Assert.Equal((expectedLow, expectedHigh, ticks), (Math.Round(from, 12), Math.Round(to, 12), at.Length));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(3.5, 1)]
    public void At_PlaceOnALine_IsBetweenItsPoints(double x, double y) => Assert.Equal(y, Step.At(x), 1e-12);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(4.1)]
    public void At_PlaceBesideALine_IsNone(double x) => Assert.True(double.IsNaN(Step.At(x)));

    private static string Draw(LinePlot plot, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(plot);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
