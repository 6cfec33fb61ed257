using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Tests.Learning;

public class LossChoiceTests
{
    [Fact]
    public void ForRegression_LossOfAnotherTask_SaysOfWhich()
    {
        var fault = Assert.Throws<FormatException>(() => LossChoice.ForRegression("cross-entropy"));

        Assert.StartsWith("'cross-entropy' is a loss for three or more classes. For regression there ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForMulticlass_BinaryLoss_SaysSo()
    {
        var fault = Assert.Throws<FormatException>(() => LossChoice.ForMulticlass("BCE-logits"));

        Assert.Contains("is a loss for two classes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckForClassification_Misspelt_SuggestsOfBothKinds()
    {
        var fault = Assert.Throws<FormatException>(() => LossChoice.CheckForClassification("cross-entropi"));

        Assert.StartsWith("There is no classification loss 'cross-entropi'. Did you mean cross-entropy", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckForClassification_RegressionLoss_SaysSo()
    {
        var fault = Assert.Throws<FormatException>(() => LossChoice.CheckForClassification("mse"));

        Assert.StartsWith("'mse' is a loss for regression.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bce-logits")]
    [InlineData("cross-entropy")]
    public void CheckForClassification_LossOfEitherKind_Passes(string loss) => LossChoice.CheckForClassification(loss);
}
