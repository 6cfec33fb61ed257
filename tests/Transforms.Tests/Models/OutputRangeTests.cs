using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Models;

public sealed class OutputRangeTests
{
    public static TheoryData<OutputRange, string> Texts => new()
    {
        { OutputRange.Identity, "identity" },
        { OutputRange.Tanh, "tanh" },
        { OutputRange.Sigmoid, "sigmoid" },
        { OutputRange.Softplus, "softplus" },
        { OutputRange.Scaled(0, 50), "0..50" },
        { OutputRange.Scaled(-1.5f, -0.25f), "-1.5..-0.25" },
        { OutputRange.Scaled(-1e-20f, 1e20f), "-1E-20..1E+20" },
        { OutputRange.Scaled(0.1f, 1 / 3f), "0.1..0.33333334" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Parse_ToString_GivesTheRangeBack(OutputRange range, string text)
    {
        Assert.Equal(text, range.ToString());
        Assert.Equal(range, OutputRange.Parse(text));
    }

    [Theory]
    [InlineData(" TanH ", "tanh")]
    [InlineData("SOFTPLUS", "softplus")]
    [InlineData(" 0 .. 5e1 ", "0..50")]
    [InlineData("+1..2", "1..2")]
    public void Parse_OtherCaseAndSpaces_AreRead(string text, string meaning) => Assert.Equal(meaning, OutputRange.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("relu")]
    [InlineData("0")]
    [InlineData("..")]
    [InlineData("1..")]
    [InlineData("5..5")]
    [InlineData("50..0")]
    [InlineData("0..NaN")]
    [InlineData("0..Infinity")]
    [InlineData("-∞..0")]
    [InlineData("0..1e39")]
    [InlineData("0..1..2")]
    [InlineData("0,5..1,5")]
    public void Parse_NoRange_SaysWhatIsAllowed(string text)
    {
        string message = Assert.Throws<FormatException>(() => OutputRange.Parse(text)).Message;
        Assert.StartsWith($"'{text}' is not an output range.", message, StringComparison.Ordinal);
        Assert.All((string[])["identity", "tanh", "sigmoid", "softplus", "0..50"], allowed => Assert.Contains(allowed, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(float.NaN, 1, "minimum")]
    [InlineData(float.NegativeInfinity, 1, "minimum")]
    [InlineData(0, float.NaN, "maximum")]
    [InlineData(0, float.PositiveInfinity, "maximum")]
    [InlineData(1, 1, "maximum")]
    [InlineData(1, 0, "maximum")]
    public void Scaled_NoRange_IsRefusedByName(float minimum, float maximum, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => OutputRange.Scaled(minimum, maximum)).ParamName);

    [Fact]
    public void Minimum_EachRange_IsItsEnd()
    {
        Assert.Equal((float.NegativeInfinity, float.PositiveInfinity), (OutputRange.Identity.Minimum, OutputRange.Identity.Maximum));
        Assert.Equal((-1, 1), (OutputRange.Tanh.Minimum, OutputRange.Tanh.Maximum));
        Assert.Equal((0, 1), (OutputRange.Sigmoid.Minimum, OutputRange.Sigmoid.Maximum));
        Assert.Equal((0, float.PositiveInfinity), (OutputRange.Softplus.Minimum, OutputRange.Softplus.Maximum));
        Assert.NotEqual(OutputRange.Sigmoid, OutputRange.Scaled(0, 1));
    }
}
