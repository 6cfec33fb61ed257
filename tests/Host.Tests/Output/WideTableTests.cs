using MLNet.LossExperiments.Host.Output;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Tests.Output;

public sealed class WideTableTests
{
    private static readonly string[] Names = ["CRIM", "a column whose name is longer than most others are", "価格"];

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void Render_AnyWidth_BreaksNoNumberAndNoLine(int width)
    {
        string[] lines = Render(width);

        Assert.All(lines, line => Assert.True(Cells(line) <= width, $"{width}: {line}"));
        for (int row = 0; row < Names.Length; row++)
        {
            for (int column = 0; column < 9; column++)
                Assert.Contains(lines, line => line.Contains(Number(row, column), StringComparison.Ordinal) && line.StartsWith(Names[row][..2], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Render_NoEndOfLine_IsOneTable() => Assert.Equal(1 + Names.Length, Render(100_000).Length);

    [Fact]
    public void Render_TextsThatHaveNoRoom_AreCut()
    {
        string[] lines = Write(new WideTable([new("name"), new("text")]).Add("a", new string('x', 100)), 40);

        Assert.Equal(new string('x', 33) + "…", lines[1].TrimEnd()[6..]);
    }

    private static string Number(int row, int column) => $"{row + 1}.{column}2345E+0{column}";

    private static string[] Render(int width)
    {
        var table = new WideTable([new("column"), new("type"), .. Enumerable.Range(0, 9).Select(i => new WideTable.Column($"number {i}", IsNumber: true)), new("most frequent")]);
        for (int row = 0; row < Names.Length; row++)
            table.Add([Names[row], "number", .. Enumerable.Range(0, 9).Select(column => new WideTable.Cell(Number(row, column))), "red 12, green 11, blue 10, ..."]);
        return Write(table, width);
    }

    private static string[] Write(WideTable table, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(table);
        return [.. text.ToString().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
    }

    private static int Cells(string line) => new Spectre.Console.Rendering.Segment(line).CellCount();
}
