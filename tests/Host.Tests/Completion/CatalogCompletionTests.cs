using MLNet.LossExperiments.Host.Completion;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Host.Tests.Completion;

public class CatalogCompletionTests
{
    private static readonly IReadOnlyList<CatalogCompletion.Entry> Losses = CatalogCompletion.EntriesOf(LossCatalog.Regression);

    [Fact]
    public void Of_BeginningOfAName_AreAllNames() => Assert.Equal(LossCatalog.Regression.Entries.Select(entry => entry.Name), CatalogCompletion.Of(Losses, "hu"));

    [Theory]
    [InlineData("huber:", "huber:delta=")]
    [InlineData("huber:delta=", "huber:delta=1")]
    [InlineData("student-t:nu=4,", "student-t:nu=4,scale=")]
    [InlineData("student-t:nu=4,scale=", "student-t:nu=4,scale=1")]
    public void Of_NameWithColon_AreItsParametersAndTheirDefaults(string word, string expected) => Assert.Contains(expected, CatalogCompletion.Of(Losses, word));

    [Fact]
    public void Of_ParameterGivenBefore_IsNotOfferedAgain() =>
        Assert.Equal(["adam:beta2=0.9,beta1=", "adam:beta2=0.9,epsilon="], CatalogCompletion.Of(CatalogCompletion.EntriesOf(OptimizerCatalog.All), "adam:beta2=0.9,").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("mse:")]
    [InlineData("nonsense:")]
    public void Of_NothingToGive_AreNone(string word) => Assert.Empty(CatalogCompletion.Of(Losses, word));

    [Theory]
    [InlineData("hu", "huber")]
    [InlineData("mse,hu", "mse,huber")]
    [InlineData("mse,huber:", "mse,huber:delta=")]
    [InlineData("huber:delta=2,m", "huber:delta=2,mae")]
    [InlineData("mae,student-t:nu=4,s", "mae,student-t:nu=4,smooth-l1")]
    [InlineData("mae,student-t:nu=4,scale=", "mae,student-t:nu=4,scale=1")]
    public void OfList_LastOfSeveral_IsCompleted(string word, string expected) => Assert.Contains(expected, CatalogCompletion.OfList(Losses, word));
}
