using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Tests.Learning;

public class LabelClassesTests
{
    [Fact]
    public void Find_Numbers_AreInOrderOfValue() =>
        Assert.Equal(["-1", "2", "10"], LabelClasses.Find(Samples.Rows("y\n10\n2\n-1\n2.0\n", ("y", ColumnKind.Number)), "y"));

    [Fact]
    public void Find_Words_AreInOrderOfCharacters() =>
        Assert.Equal(["Rose", "iris", "lily"], LabelClasses.Find(Samples.Rows("y\nlily\niris\nRose\n", ("y", ColumnKind.Category)), "y"));

    [Fact]
    public void Find_OneClass_IsRefused()
    {
        var fault = Assert.Throws<CommandException>(() => LabelClasses.Find(Samples.Rows("y\na\na\n", ("y", ColumnKind.Category)), "y"));

        Assert.Contains("every row is of class 'a'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ContinuousNumbers_SuggestsRegression()
    {
        string text = "y\n" + string.Concat(Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i / 2 * 0.5}\n")));

        var fault = Assert.Throws<CommandException>(() => LabelClasses.Find(Samples.Rows(text, ("y", ColumnKind.Number)), "y"));

        Assert.Contains("use mlnet-loss regression", fault.Message, StringComparison.Ordinal);
    }
}
