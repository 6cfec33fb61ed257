using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Tests.Settings;

public class LossListTests
{
    [Theory]
    [InlineData("mse", "mse")]
    [InlineData("mse,mae", "mse|mae")]
    [InlineData("mse, huber:delta=1 ,mae", "mse|huber:delta=1|mae")]
    [InlineData("student-t:nu=3,scale=2,mae", "student-t:nu=3,scale=2|mae")]
    [InlineData("student-t:nu=3,scale=2,huber:delta=2", "student-t:nu=3,scale=2|huber:delta=2")]
    public void Split_Commas_AreToldApart(string text, string expected) => Assert.Equal(expected.Split('|'), LossList.Split(text));
}
