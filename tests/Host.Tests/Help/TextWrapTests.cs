using MLNet.LossExperiments.Host.Help;

namespace MLNet.LossExperiments.Host.Tests.Help;

public class TextWrapTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 100, "one two three")]
    [InlineData("", 10, "")]
    [InlineData("a unbreakable b", 5, "a|unbreakable|b")]
    [InlineData("see aa,bb,cc,dd now", 8, "see aa,|bb,cc,dd|now")]
    [InlineData("The rows. [default: 32]", 19, "The rows.|[default: 32]")]
    public void Lines_Text_IsBrokenBetweenWords(string text, int width, string expected) => Assert.Equal(expected.Split('|'), TextWrap.Lines(text, width));
}
