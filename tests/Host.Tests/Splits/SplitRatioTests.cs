using MLNet.LossExperiments.Host.Splits;

namespace MLNet.LossExperiments.Host.Tests.Splits;

public class SplitRatioTests
{
    private const double Usual = 0.1;

    [Theory]
    [InlineData(null, false, false, "80/10/10")]
    [InlineData(null, true, false, "90/0/10")]
    [InlineData(null, false, true, "90/10/0")]
    [InlineData(null, true, true, "100/0/0")]
    [InlineData("0.2", false, false, "72/8/20")]
    [InlineData("0.2", false, true, "80/20/0")]
    [InlineData("0.2", true, false, "80/0/20")]
    [InlineData("70/20/10", false, false, "70/20/10")]
    [InlineData("0.7/0.2/0.1", false, false, "70/20/10")]
    [InlineData("90/0/10", false, false, "90/0/10")]
    [InlineData("75/25", false, true, "75/25/0")]
    [InlineData("75/25", true, false, "75/0/25")]
    [InlineData("75/25/0", false, true, "75/25/0")]
    [InlineData("75/0/25", true, false, "75/0/25")]
    public void Resolve_RatioAndFiles_GivesShares(string? ratio, bool hasValidation, bool hasTest, string expected) =>
        Assert.Equal(expected, Resolve(ratio, hasValidation, hasTest).ToString());

    [Theory]
    [InlineData("0.2", true, true)]
    [InlineData("70/20/10", true, false)]
    [InlineData("70/20/10", false, true)]
    [InlineData("80/20", false, false)]
    public void Resolve_RatioThatDoesNotFitTheFiles_IsAFaultOfUsage(string ratio, bool hasValidation, bool hasTest)
    {
        var fault = Assert.Throws<CommandException>(() => Resolve(ratio, hasValidation, hasTest));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
        Assert.StartsWith("--split-ratio", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70/20/20")]
    [InlineData("0/50/50")]
    [InlineData("110/-10/0")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("1.5")]
    [InlineData("a/b/c")]
    [InlineData("NaN")]
    [InlineData("25/25/25/25")]
    [InlineData("")]
    public void Parse_NoSplit_IsRefused(string text) => Assert.Throws<FormatException>(() => SplitRatio.Parse(text));

    private static SplitShares Resolve(string? ratio, bool hasValidation, bool hasTest) =>
        SplitRatio.Resolve(ratio is null ? null : SplitRatio.Parse(ratio), hasValidation, hasTest, Usual);

    [Theory]
    [InlineData("0.123456")]
    [InlineData("0.333333333")]
    [InlineData("61.7/19.15/19.15")]
    public void ToString_Shares_CanBeGivenAgain(string text)
    {
        SplitShares shares = SplitRatio.Resolve(SplitRatio.Parse(text), hasValidation: false, hasTest: false, 0.1);

        SplitShares again = SplitRatio.Resolve(SplitRatio.Parse(shares.ToString()), hasValidation: false, hasTest: false, 0.1);

        Assert.Equal(shares.Training, again.Training, 1e-11);
        Assert.Equal(shares.Test, again.Test, 1e-11);
    }
}
