using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Models;

public class OutputRangeTests
{
    [Theory]
    [InlineData("identity")]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    [InlineData("0..50")]
    [InlineData("-1.5..1E+20")]
    public void Parse_Text_RoundTrips(string text)
    {
        Assert.Equal(text, OutputRange.Parse(text).ToString());
        Assert.Equal(OutputRange.Parse(text), OutputRange.Parse($" {text.ToUpperInvariant()} "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("relu")]
    [InlineData("5..1")]
    [InlineData("1..1")]
    [InlineData("1..")]
    [InlineData("NaN..1")]
    [InlineData("0..Infinity")]
    [InlineData("0..1..2")]
    public void Parse_Nonsense_SaysWhatIsAllowed(string text)
    {
        var error = Assert.Throws<FormatException>(() => OutputRange.Parse(text));
        Assert.Contains("Allowed are identity, tanh, sigmoid, softplus, or two numbers such as 0..50", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scaled_EndsInTheWrongOrder_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputRange.Scaled(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputRange.Scaled(float.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputRange.Scaled(0, float.PositiveInfinity));
    }
}
