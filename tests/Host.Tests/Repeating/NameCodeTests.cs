using MLNet.LossExperiments.Host.Repeating;

namespace MLNet.LossExperiments.Host.Tests.Repeating;

public class NameCodeTests
{
    [Fact]
    public void Of_NumberedNames_AreOneItem()
    {
        string[] names = ["a \"b\"", .. Enumerable.Range(3, 10).Select(i => $"pixel{i}"), "label"];
        Assert.Equal(["\"a \\\"b\\\"\"", ".. Enumerable.Range(3, 10).Select(i => \"pixel\" + i)", "\"label\""], NameCode.Of(names));
    }

    [Theory]
    [InlineData("x1 x2 x3")]
    [InlineData("x07 x08 x09 x10 x11 x12")]
    [InlineData("x1 x3 x5 x7 x9 x11 x13")]
    public void Of_OtherNames_AreWrittenOut(string names) => Assert.Equal(names.Split(' ').Select(name => $"\"{name}\""), NameCode.Of(names.Split(' ')));

    [Fact]
    public void After_ManyItems_AreOnLinesOfTheirOwn()
    {
        string code = CodeList.After("string[] names =", [.. Enumerable.Range(100, 60).Select(i => $"\"column {i}\"")]);

        string[] lines = code.Split('\n');
        Assert.Equal(("string[] names =", "[", "]"), (lines[0], lines[1], lines[^1]));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 125));
        Assert.Equal(60, lines.Sum(line => line.Count(character => character == ',')));
    }
}
