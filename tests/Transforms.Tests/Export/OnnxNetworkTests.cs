using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>Networks of all kinds, made of weights by hand, in ONNX Runtime.</summary>
public sealed class OnnxNetworkTests
{
    private const int Features = 5;
    private const int Rows = 37;

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string> Ranges => ["identity", "tanh", "sigmoid", "softplus", "-3.5..50"];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void ExportToOnnx_EachActivation_ScoresTheSame(Activation activation) =>
        AssertRegression(Contents.Model(Contents.Network(3, [Features, 17, 9, 1], activation)), "Score");

    [Theory]
    [MemberData(nameof(Ranges))]
    public void ExportToOnnx_EachOutputRange_ScoresTheSame(string range) =>
        AssertRegression(Contents.Model(Contents.Network(4, [Features, 12, 1], range: OutputRange.Parse(range))), "Score");

    [Fact]
    public void ExportToOnnx_InputScaling_ScoresTheSame() => AssertRegression(Contents.Model(Contents.Scaled(8, Contents.Network(5, [Features, 6, 1]))), "Score");

    [Fact]
    public void ExportToOnnx_NoHiddenLayer_ScoresTheSame() => AssertRegression(Contents.Model(Contents.Network(5, [Features, 1])), "Score");

    [Fact]
    public void ExportToOnnx_PoissonLink_ScoresTheSame() => AssertRegression(Contents.Model(Contents.Network(6, [Features, 8, 1]), Link.Exponential), "Score");

    [Theory]
    [InlineData(Link.MeanAndLogVariance)]
    [InlineData(Link.MedianAndLogScale)]
    public void ExportToOnnx_LinkWithVariance_GivesBoth(Link link) => AssertRegression(Contents.Model(Contents.Network(7, [Features, 8, 2]), link), "Score", "ScoreVariance");

    [Fact]
    public void ExportToOnnx_Quantiles_AreInOrder()
    {
        // With random weights the outputs cross: only sorted are they quantiles.
        ModelContent content = Contents.Model([Contents.Network(8, [Features, 8, 3])], Link.Quantiles, 1, 0.1, 0.5, 0.9);
        AssertRegression(content, "Score", "Quantiles");
    }

    [Theory]
    [InlineData(Link.Identity, 1)]
    [InlineData(Link.MeanAndLogVariance, 2)]
    [InlineData(Link.MedianAndLogScale, 2)]
    public void ExportToOnnx_EnsembleForRegression_GivesMeanAndVarianceOfTheMixture(Link link, int outputs) =>
        AssertRegression(Contents.Model(Enumerable.Range(0, 4).Select(seed => Contents.Network(seed, [Features, 6, outputs])), link), "Score", "ScoreVariance");

    [Fact]
    public void ExportToOnnx_EnsembleOfQuantiles_GivesTheirMeans() =>
        AssertRegression(Contents.Model(Enumerable.Range(0, 3).Select(seed => Contents.Network(seed, [Features, 6, 4])), Link.Quantiles, 1, 0.05, 0.3, 0.7, 0.95), "Score", "ScoreVariance", "Quantiles");

    [Theory]
    [InlineData(Link.Identity, 1, new[] { "Score" })]
    [InlineData(Link.MeanAndLogVariance, 2, new[] { "Score", "ScoreVariance" })]
    [InlineData(Link.Quantiles, 3, new[] { "Score", "Quantiles" })]
    public void ExportToOnnx_SeveralTargets_AreVectors(Link link, int outputsPerTarget, string[] columns)
    {
        double[] levels = link == Link.Quantiles ? [0.2, 0.4, 0.9] : [];
        ModelContent content = Contents.Model([Contents.Network(9, [Features, 8, 2 * outputsPerTarget])], link, 2, levels);
        OnnxExport export = AssertRegression(content with { Form = content.Form with { TargetNames = ["width", "height"] } }, columns);
        Assert.Equal([2], export.Outputs[0].Dimensions);
    }

    [Theory]
    [InlineData(Link.Logistic)]
    [InlineData(Link.Identity)]
    public void ExportToOnnx_Binary_GivesScoreLabelAndWhereThereIsOneProbability(Link link)
    {
        string[] columns = link == Link.Logistic ? ["PredictedLabel", "Score", "Probability"] : ["PredictedLabel", "Score"];
        AssertBinary(Contents.Model(Contents.Network(10, [Features, 8, 1]), link), columns);
    }

    [Theory]
    [InlineData(Link.Logistic)]
    [InlineData(Link.Identity)]
    public void ExportToOnnx_EnsembleForTwoClasses_ScoresTheSame(Link link) =>
        AssertBinary(Contents.Model(Enumerable.Range(0, 5).Select(seed => Contents.Network(seed, [Features, 8, 1])), link));

    [Fact]
    public void ExportToOnnx_EnsembleThatIsAlmostSure_KeepsItsLogOdds()
    {
        MlpNetwork[] sure = [.. Enumerable.Range(0, 3).Select(seed => new MlpNetwork([new DenseLayer(Features, 1, Contents.Floats(new Random(seed), Features, 12), [0])], Activation.ReLU, OutputRange.Identity))];
        AssertBinary(Contents.Model(sure, Link.Logistic));
    }

    [Fact]
    public void ExportToOnnx_PlattCalibration_GivesTheSameProbabilities() =>
        AssertBinary(Contents.Model(Contents.Network(11, [Features, 8, 1])) with { Calibration = new PlattCalibration(-1.7, 0.4) }, "PredictedLabel", "Score", "Probability");

    [Fact]
    public void ExportToOnnx_IsotonicCalibration_GivesTheSameProbabilities()
    {
        var calibration = new IsotonicCalibration([-3, -1, 0.5f, 2], [-2, -0.5f, 0.75f, 9], [0.02f, 0.3f, 0.31f, 0.97f]);
        AssertBinary(Contents.Model(Contents.Network(12, [Features, 8, 1])) with { Calibration = calibration });
        AssertBinary(Contents.Model(Contents.Network(12, [Features, 8, 1])) with { Calibration = new IsotonicCalibration([0], [1], [0.4f]) });
    }

    [Theory]
    [InlineData(Link.Softmax, 4)]
    [InlineData(Link.Identity, 4)]
    [InlineData(Link.Ordinal, 3)]
    public void ExportToOnnx_Multiclass_GivesScoresAndKey(Link link, int outputs)
    {
        AssertMulticlass(Contents.Model(Contents.Network(13, [Features, 8, outputs]), link));
        AssertMulticlass(Contents.Model(Enumerable.Range(0, 3).Select(seed => Contents.Network(seed, [Features, 8, outputs])), link));
    }

    private OnnxExport AssertRegression(ModelContent content, params string[] columns)
    {
        IDataView data = content.Form.IsVector
            ? _context.Data.LoadFromEnumerable(MakeRows().Select(row => new TargetsRow { Features = row, Label = [row[0], row[1]] }))
            : _context.Data.LoadFromEnumerable(MakeRows().Select(row => new NumberRow { Features = row, Label = row[0] }));
        ITransformer model = HandMade.Regression(_context, content, data.Schema);
        OnnxExport export = OnnxComparison.AssertSame(_context, model, data);
        Assert.Equal(["Features"], export.Inputs.Select(input => input.Name));
        Assert.Equal(columns, export.Outputs.Select(output => output.Name));
        return export;
    }

    private void AssertBinary(ModelContent content, params string[] columns)
    {
        IDataView data = _context.Data.LoadFromEnumerable(MakeRows().Select(row => new BinaryRow { Features = row, Label = row[0] > 0 }));
        ITransformer model = HandMade.Binary(_context, content, data.Schema);
        OnnxExport export = OnnxComparison.AssertSame(_context, model, data);
        if (columns.Length > 0)
            Assert.Equal(columns, export.Outputs.Select(output => output.Name));
    }

    private void AssertMulticlass(ModelContent content)
    {
        IDataView data = _context.Data.LoadFromEnumerable(MakeRows().Select((row, i) => new ClassRow { Features = row, Label = $"class {i % 4}" }));
        var label = _context.Transforms.Conversion.MapValueToKey("Label").Fit(data);
        ITransformer model = new TransformerChain<ITransformer>(label, HandMade.Multiclass(_context, content, label.Transform(data).Schema));
        OnnxExport export = OnnxComparison.AssertSame(_context, model, data);
        Assert.Equal(["PredictedLabel", "Score"], export.Outputs.Select(output => output.Name));
        Assert.Equal([4], export.Outputs[1].Dimensions);
    }

    private static float[][] MakeRows() => [.. Enumerable.Range(0, Rows).Select(row => Contents.Features(row, Features))];

    private sealed class NumberRow
    {
        [VectorType(OnnxNetworkTests.Features)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }

    private sealed class TargetsRow
    {
        [VectorType(OnnxNetworkTests.Features)]
        public float[] Features { get; set; } = [];

        [VectorType(2)]
        public float[] Label { get; set; } = [];
    }

    private sealed class BinaryRow
    {
        [VectorType(OnnxNetworkTests.Features)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }

    private sealed class ClassRow
    {
        [VectorType(OnnxNetworkTests.Features)]
        public float[] Features { get; set; } = [];

        public string Label { get; set; } = "";
    }
}
