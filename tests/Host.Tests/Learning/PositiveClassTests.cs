using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Tests.Learning;

public class PositiveClassTests
{
    [Theory]
    [InlineData("0", "1", "1")]
    [InlineData("-1", "1", "1")]
    [InlineData("False", "True", "True")]
    [InlineData("NO", "YES", "YES")]
    [InlineData("N", "Y", "Y")]
    [InlineData("benign", "malignant", "malignant")]
    [InlineData("on", "off", "on")]
    [InlineData("1", "2", "2")]
    public void Of_TwoClasses_IsTheAffirmativeOrTheLater(string first, string second, string expected) =>
        Assert.Equal(expected, PositiveClass.Of([first, second]));
}
