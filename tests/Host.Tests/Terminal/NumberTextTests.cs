using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0.0000", "0.0000")]
    [InlineData(0.12345, "0.1235", "0.1235")]
    [InlineData(23.45678, "23.4568", "23.46")]
    [InlineData(-999.4, "-999.4000", "-999.4")]
    [InlineData(56_712.345, "56,712.35", "56,712")]
    [InlineData(3_215_004_512.3, "3,215,004,512", "3,215,004,512")]
    [InlineData(0.000012345, "1.234E-05", "1.234E-05")]
    [InlineData(1e20, "1E+20", "1E+20")]
    [InlineData(double.NaN, "–", "–")]
    public void Of_Number_IsReadable(double value, string full, string brief)
    {
        Assert.Equal(full, NumberText.Of(value));
        Assert.Equal(brief, NumberText.Short(value));
    }
}
