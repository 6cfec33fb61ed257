using Microsoft.ML;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Tests.MLNet;

public class SchemaTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void GetOutputSchema_Regression_IsWhatTransformGives() =>
        SchemaPromise.AssertKept(_context.Regression.Trainers.Mlp(new MlpRegressionOptions { Epochs = 1 }), Samples.Boston(_context));

    [Fact]
    public void GetOutputSchema_BinaryWithProbabilities_IsWhatTransformGives() =>
        SchemaPromise.AssertKept(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 1 }), Samples.Xor(_context));

    [Fact]
    public void GetOutputSchema_BinaryWithoutProbabilities_IsWhatTransformGives()
    {
        BinaryLoss hinge = BinaryLoss.Custom("hinge", (score, target) => (1 - (2 * target - 1) * score).clamp_min(0).squeeze(1), givesProbabilities: false);
        SchemaPromise.AssertKept(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 1, Loss = hinge }), Samples.Xor(_context));
    }

    [Fact]
    public void GetOutputSchema_Multiclass_IsWhatTransformGives() =>
        SchemaPromise.AssertKept(_context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 1 }), Samples.Colours(_context));

    [Fact]
    public void GetOutputSchema_ClassProbabilities_IsWhatTransformGives()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(i => new ShareRow { Features = [i, 1], Label = [0.5f, 0.3f, 0.2f] }));
        SchemaPromise.AssertKept(_context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 1 }), data);
    }

    [Fact]
    public void Fit_MissingOrWrongColumns_IsRefusedByName()
    {
        IDataView data = Samples.Boston(_context);
        var noFeatures = Assert.ThrowsAny<ArgumentException>(() => _context.Regression.Trainers.Mlp(featureColumnName: "Nowhere").Fit(data));
        Assert.Contains("Nowhere", noFeatures.Message, StringComparison.Ordinal);
        var textLabel = Assert.ThrowsAny<ArgumentException>(() => _context.MulticlassClassification.Trainers.Mlp("Digit").Fit(Samples.Digits(_context)));
        Assert.Contains("Digit", textLabel.Message, StringComparison.Ordinal);
    }
}
