using System.Reflection;
using Microsoft.ML;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Tests.MLNet;

/// <summary>What an estimator promises by GetOutputSchema must be what its transformer gives, annotations included.</summary>
public class SchemaTests
{
    private readonly MLContext _context = new(seed: 1);

    // ML.NET makes shapes of schemas itself when it checks pipelines, but keeps the method to itself.
    private static SchemaShape ShapeOf(DataViewSchema schema) =>
        (SchemaShape)typeof(SchemaShape).GetMethod("Create", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [schema])!;

    private static string Describe(SchemaShape.Column column) =>
        $"{column.Name}: {column.Kind} {column.ItemType} key={column.IsKey} [{string.Join("; ", column.Annotations.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $"{a.Name} {a.Kind} {a.ItemType}"))}]";

    private static void AssertPromiseKept<T>(IEstimator<T> trainer, IDataView data)
        where T : class, ITransformer
    {
        string[] promised = [.. trainer.GetOutputSchema(ShapeOf(data.Schema)).Select(Describe).Order(StringComparer.Ordinal)];
        DataViewSchema given = trainer.Fit(data).Transform(data).Schema;
        string[] kept = [.. ShapeOf(given).Select(Describe).Order(StringComparer.Ordinal)];
        Assert.Equal(promised, kept);
        Assert.True(kept.Length > data.Schema.Count);
    }

    [Fact]
    public void GetOutputSchema_Regression_IsWhatTransformGives() =>
        AssertPromiseKept(_context.Regression.Trainers.Mlp(new MlpRegressionOptions { Epochs = 1 }), Samples.Boston(_context));

    [Fact]
    public void GetOutputSchema_BinaryWithProbabilities_IsWhatTransformGives() =>
        AssertPromiseKept(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 1 }), Samples.Xor(_context));

    [Fact]
    public void GetOutputSchema_BinaryWithoutProbabilities_IsWhatTransformGives()
    {
        BinaryLoss hinge = BinaryLoss.Custom("hinge", (score, target) => (1 - (2 * target - 1) * score).clamp_min(0).squeeze(1), givesProbabilities: false);
        AssertPromiseKept(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 1, Loss = hinge }), Samples.Xor(_context));
    }

    [Fact]
    public void GetOutputSchema_Multiclass_IsWhatTransformGives() =>
        AssertPromiseKept(_context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 1 }), Samples.Colours(_context));

    [Fact]
    public void GetOutputSchema_ClassProbabilities_IsWhatTransformGives()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(i => new ShareRow { Features = [i, 1], Label = [0.5f, 0.3f, 0.2f] }));
        AssertPromiseKept(_context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 1 }), data);
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
