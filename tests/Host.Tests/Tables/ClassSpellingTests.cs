using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class ClassSpellingTests
{
    [Theory]
    [InlineData("yes", "YES")]
    [InlineData("yes", " Yes ")]
    [InlineData("New  York", "new york")]
    [InlineData("1", "1.0")]
    [InlineData("1", "+1,00")]
    [InlineData("0", "-0.0")]
    [InlineData("-2.50", "-2.5")]
    public void Common_SpellingsOfOneClass_IsTheSame(string one, string other) => Assert.Equal(ClassSpelling.Common(one), ClassSpelling.Common(other));

    [Theory]
    [InlineData("120240001", "120240003")]
    [InlineData("12345678901234567", "12345678901234568")]
    [InlineData("007", "7")]
    [InlineData("007", "07")]
    [InlineData("1e3", "1000")]
    [InlineData("1", "one")]
    [InlineData("a b", "ab")]
    [InlineData("0.1", "0.10000000000000000000000001")]
    public void Common_DifferentClasses_Differs(string one, string other) => Assert.NotEqual(ClassSpelling.Common(one), ClassSpelling.Common(other));
}
