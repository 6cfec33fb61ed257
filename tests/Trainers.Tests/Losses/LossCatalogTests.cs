using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Tests.Losses;

public class LossCatalogTests
{
    private static readonly Catalog<RegressionLoss> Names = new("regression loss",
    [
        new("mse", "mean squared error", RegressionLoss.MeanSquaredError),
        new("huber", "Huber", [CatalogParameter.Number("delta", 1, NumberRange.FromTo(0.01, 100), "where the square turns into a line.")],
            values => RegressionLoss.Custom(CatalogText.Of("huber", ("delta", values.Number("delta"))), (output, target) => (output - target).abs().squeeze(1))),
    ]);

    [Theory]
    [InlineData("mse", "mse")]
    [InlineData(" MSE ", "mse")]
    [InlineData("huber", "huber:delta=1")]
    [InlineData("huber:delta=2.5", "huber:delta=2.5")]
    [InlineData("Huber:DELTA=0.5", "huber:delta=0.5")]
    public void Parse_KnownLoss_MakesIt(string text, string name) => Assert.Equal(name, Names.Parse(text).Name);

    [Theory]
    [InlineData("mes", "Did you mean mse?")]
    [InlineData("hubber", "Did you mean huber?")]
    [InlineData("hub", "Did you mean huber?")]
    [InlineData("quantile", "There are mse, huber.")]
    [InlineData("", "There are mse, huber.")]
    [InlineData("huber:delta=0", "'delta' of 'huber' is 0, but must be between 0.01 and 100")]
    [InlineData("huber:delta=NaN", "must be between 0.01 and 100")]
    [InlineData("huber:beta=1", "'huber' has no parameter 'beta'. It takes delta.")]
    [InlineData("mse:delta=1", "It takes none.")]
    [InlineData("huber:delta", "'delta' in 'huber:delta' is not of the form name=value.")]
    [InlineData("huber:delta=x", "'delta' of 'huber' is x, but must be between 0.01 and 100: where the square turns into a line.")]
    [InlineData("huber:delta=1,delta=2", "'delta' is given twice")]
    public void Parse_Fault_SaysWhatIsAllowed(string text, string sentence)
    {
        var error = Assert.Throws<FormatException>(() => Names.Parse(text));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_AllTasks_AreNamedAsTheLossesTheyMake()
    {
        Assert.All(LossCatalog.Regression.Entries, entry => Assert.StartsWith(entry.Name, entry.Create().Name, StringComparison.Ordinal));
        Assert.All(LossCatalog.Binary.Entries, entry => Assert.StartsWith(entry.Name, entry.Create().Name, StringComparison.Ordinal));
        Assert.All(LossCatalog.Multiclass.Entries, entry => Assert.StartsWith(entry.Name, entry.Create().Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_First_IsTheDefaultOfTheTask()
    {
        Assert.Equal(new MlpRegressionOptions().Loss.Name, LossCatalog.Regression.Entries[0].Name);
        Assert.Equal(new MlpBinaryOptions().Loss.Name, LossCatalog.Binary.Entries[0].Name);
        Assert.Equal(new MlpMulticlassOptions().Loss.Name, LossCatalog.Multiclass.Entries[0].Name);
    }
}
