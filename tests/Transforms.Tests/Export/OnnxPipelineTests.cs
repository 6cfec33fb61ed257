using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>Whole pipelines in ONNX Runtime: ML.NET's transforms write themselves, in our context.</summary>
public sealed class OnnxPipelineTests
{
    private const string Unfit = "has no form in ONNX";

    private readonly MLContext _context = new(seed: 1);

    private IDataView Data => _context.Data.LoadFromEnumerable(Enumerable.Range(0, 60).Select(i => new House
    {
        Age = i % 7 == 3 ? float.NaN : i,
        Area = 40 + (i * 13 % 90),
        City = i % 11 == 0 ? "" : ((string[])["Rome", "Oslo", "Lima"])[i % 3],
        Kind = ((string[])["flat", "house", "castle", "tent"])[i * 7 % 4],
        Label = i % 4 != 0,
        Price = i * 3.5f,
    }));

    [Fact]
    public void ExportToOnnx_NumbersMissingValuesAndWords_PredictsTheSame()
    {
        OnnxExport export = OnnxComparison.AssertSame(_context, Pipeline("City"), Data);

        Assert.Equal(["Age: float[rows, 1]", "Area: float[rows, 1]", "City: string[rows, 1]"], export.Inputs.Select(input => input.ToString()));
        Assert.Equal(["PredictedLabel: string[rows, 1]", "Score: float[rows, 1]", "Probability: float[rows, 1]"], export.Outputs.Select(output => output.ToString()));
        Assert.Equal(12, export.OperatorSet);
    }

    [Theory]
    [InlineData("Cast")]
    [InlineData("castOutput")]
    [InlineData("LabelEncoderOutput")]
    [InlineData("VectorFeaturizerOutput")]
    [InlineData("BinarizerOutput")]
    [InlineData("Score")]
    [InlineData("PredictedLabel")]
    public void ExportToOnnx_ColumnNamedAsTransformsNameTheirVariables_PredictsTheSame(string name)
    {
        IDataView renamed = _context.Transforms.CopyColumns(name, "City").Fit(Data).Transform(Data);
        OnnxExport export = OnnxComparison.AssertSame(_context, Pipeline(name), renamed);

        Assert.Contains(name, export.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void ExportToOnnx_OneHotColumnAlone_IsAVectorForTheNetwork()
    {
        var words = _context.Transforms.Categorical.OneHotEncoding("Features", "Kind").Fit(Data);
        ITransformer network = HandMade.Regression(_context, Contents.Model(Contents.Network(1, [4, 6, 1])), words.Transform(Data).Schema);

        OnnxComparison.AssertSame(_context, new TransformerChain<ITransformer>(words, network), Data);
        OnnxExport features = OnnxComparison.AssertSame(_context, words, Data, "Features");
        Assert.Equal([4], features.Outputs.Single().Dimensions);
    }

    [Fact]
    public void ExportToOnnx_EachNormaliserWithAStraightLine_GivesTheSame()
    {
        IDataView numbers = _context.Transforms.Concatenate("Features", "Area", "Price").Fit(Data).Transform(Data);
        NormalizingEstimator[] normalisers =
        [
            _context.Transforms.NormalizeMeanVariance("Features", fixZero: false),
            _context.Transforms.NormalizeMinMax("Features", fixZero: false),
            _context.Transforms.NormalizeRobustScaling("Features", centerData: true),
        ];
        foreach (NormalizingEstimator normaliser in normalisers)
            OnnxComparison.AssertSame(_context, normaliser.Fit(numbers), numbers, "Features");
    }

    [Fact]
    public void ExportToOnnx_ClassesWithNames_AreWrittenWithTheModel()
    {
        EstimatorChain<ITransformer> chain = new EstimatorChain<ITransformer>()
            .Append<ITransformer>(_context.Transforms.Conversion.MapValueToKey("Label", "Kind"))
            .Append<ITransformer>(_context.Transforms.Concatenate("Features", "Area", "Price"));
        var prepare = chain.Fit(Data);
        ITransformer network = HandMade.Multiclass(_context, Contents.Model(Contents.Network(3, [2, 5, 4]), Link.Softmax), prepare.Transform(Data).Schema);
        var words = _context.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(network.Transform(prepare.Transform(Data)));
        var model = new TransformerChain<ITransformer>(prepare, network, words);

        OnnxExport export = OnnxComparison.AssertSame(_context, model, Data);

        Assert.Equal(["Area", "Price"], export.Inputs.Select(input => input.Name));
        using var stream = new MemoryStream();
        _context.Model.ExportToOnnx(model, Data.Schema, stream);
        using var session = new InferenceSession(stream.ToArray());
        Assert.Equal(["flat", "tent", "castle", "house"], JsonSerializer.Deserialize<string[]>(session.ModelMetadata.CustomMetadataMap["Score.names"])!);
        Assert.Equal("MLNet.LossExperiments", session.ModelMetadata.ProducerName);
    }

    [Fact]
    public void ExportToOnnx_ClassesThatAreNumbers_PredictsTheSame()
    {
        var features = _context.Transforms.Concatenate("Features", "Area", "Price").Fit(Data);
        ITransformer network = HandMade.Binary(_context, Contents.Model(Contents.Network(2, [2, 8, 1]), Link.Logistic), features.Transform(Data).Schema);
        KeyValuePair<bool, float>[] numbers = [new(false, -1.5f), new(true, 3)];
        ITransformer answer = _context.Transforms.Conversion.MapValue("PredictedLabel", numbers, "PredictedLabel").Fit(network.Transform(features.Transform(Data)));

        OnnxExport export = OnnxComparison.AssertSame(_context, new TransformerChain<ITransformer>(features, network, answer), Data);

        Assert.Equal("float", export.Outputs[0].ElementType);
    }

    [Fact]
    public void ExportToOnnx_ModelSavedAndLoaded_PredictsTheSame()
    {
        using var file = new MemoryStream();
        _context.Model.Save(Pipeline("City"), Data.Schema, file);
        ITransformer loaded = new MLContext().Model.Load(file, out _);

        OnnxComparison.AssertSame(_context, loaded, Data);
    }

    [Fact]
    public void ExportToOnnx_TextFeaturised_TakesOneRowAndPredictsTheSame()
    {
        var options = new TextFeaturizingEstimator.Options { CharFeatureExtractor = null, Norm = TextFeaturizingEstimator.NormFunction.None, KeepDiacritics = true, CaseMode = TextNormalizingEstimator.CaseMode.None };
        ITransformer model = _context.Transforms.Text.FeaturizeText("Words", options, "Kind").Fit(Data);
        foreach (int row in (int[])[1, 2, 3, 4])
            Assert.Equal(1, OnnxComparison.AssertSame(_context, model, _context.Data.SkipRows(Data, row), "Words").Rows);
    }

    [Fact]
    public void ExportToOnnx_CalibratedByMLNet_PredictsTheSame()
    {
        var features = _context.Transforms.Concatenate("Features", "Area", "Price").Fit(Data);
        ITransformer network = HandMade.Binary(_context, Contents.Model(Contents.Network(4, [2, 8, 1])), features.Transform(Data).Schema);
        ITransformer platt = _context.BinaryClassification.Calibrators.Platt().Fit(network.Transform(features.Transform(Data)));

        OnnxExport export = OnnxComparison.AssertSame(_context, new TransformerChain<ITransformer>(features, network, platt), Data);

        Assert.Equal(["PredictedLabel", "Score", "Probability"], export.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void ExportToOnnx_FastTree_PredictsTheSame()
    {
        var chain = _context.Transforms.Concatenate("Features", "Area", "Price").Append(_context.BinaryClassification.Trainers.FastTree(numberOfTrees: 8, minimumExampleCountPerLeaf: 2));

        OnnxExport export = OnnxComparison.AssertSame(_context, chain.Fit(Data), Data);

        Assert.Equal(["PredictedLabel", "Score", "Probability"], export.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void ExportToOnnx_AppliedInMLNet_PredictsTheSame()
    {
        var model = Pipeline("City");
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.onnx");
        try
        {
            using (FileStream file = File.Create(path))
                _context.Model.ExportToOnnx(model, Data.Schema, file);
            var inputs = new[] { "Age", "Area", "City" };
            IDataView applied = _context.Transforms.ApplyOnnxModel(["Score"], inputs, path).Fit(Data).Transform(Data);
            float[] scores = [.. applied.GetColumn<VBuffer<float>>("Score").Select(score => score.GetItemOrDefault(0))];
            Assert.All(model.Transform(Data).GetColumn<float>("Score").Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void ExportToOnnx_TransformWithoutOnnxForm_IsNamed()
    {
        var chain = _context.Transforms.NormalizeBinning("Area", maximumBinCount: 4).Append(_context.Transforms.Concatenate("Features", "Area"));
        AssertRefused($"NormalizingTransformer {Unfit} for the column 'Area'", chain.Fit(Data));

        AssertRefused($"TextFeaturizingEstimator, which makes the column 'Words', {Unfit}", _context.Transforms.Text.FeaturizeText("Words", "Kind").Fit(Data));

        var mapped = _context.Transforms.CustomMapping<House, Features>((house, features) => features.Values = [house.Area], null);
        AssertRefused($"CustomMappingTransformer, which makes the column 'Values', {Unfit}", mapped.Fit(Data));
    }

    [Fact]
    public void ExportToOnnx_StepThatNoOutputNeeds_IsLeftOut()
    {
        var chain = _context.Transforms.CustomMapping<House, Features>((house, features) => features.Values = [house.Area], null)
            .Append(_context.Transforms.Concatenate("Features", "Area"));
        OnnxExport export = OnnxComparison.AssertSame(_context, chain.Fit(Data), Data, "Features");
        Assert.Equal(["Area"], export.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void ExportToOnnx_OutputThatThereIsNot_SaysWhatThereIs()
    {
        var exception = Assert.Throws<ArgumentException>(() => _context.Model.ExportToOnnx(Pipeline("City"), Data.Schema, Stream.Null, "Scor"));
        Assert.StartsWith("The model gives no column 'Scor'. It gives 'PredictedLabel', 'Score', 'Probability'.", exception.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string expected, ITransformer model)
    {
        using var stream = new MemoryStream();
        var exception = Assert.Throws<ModelExportException>(() => _context.Model.ExportToOnnx(model, Data.Schema, stream));
        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    /// <summary>What the console makes of a file with a number that is missing in places, another, and words.</summary>
    private TransformerChain<ITransformer> Pipeline(string city)
    {
        IDataView data = city != "City" ? _context.Transforms.CopyColumns(city, "City").Fit(Data).Transform(Data) : Data;
        EstimatorChain<ITransformer> chain = new EstimatorChain<ITransformer>()
            .Append<ITransformer>(_context.Transforms.IndicateMissingValues("Age is missing", "Age"))
            .Append<ITransformer>(_context.Transforms.Conversion.ConvertType("Age is missing", outputKind: DataKind.Single))
            .Append<ITransformer>(_context.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean))
            .Append<ITransformer>(_context.Transforms.Concatenate("Numbers", "Age", "Area"))
            .Append<ITransformer>(_context.Transforms.NormalizeMeanVariance("Numbers", fixZero: false))
            .Append<ITransformer>(_context.Transforms.Categorical.OneHotEncoding(city))
            .Append<ITransformer>(_context.Transforms.Concatenate("Features", "Numbers", "Age is missing", city));
        var prepare = chain.Fit(data);
        ITransformer network = HandMade.Binary(_context, Contents.Model(Contents.Network(2, [6, 8, 1]), Link.Logistic), prepare.Transform(data).Schema);
        KeyValuePair<bool, string>[] words = [new(false, "no"), new(true, "yes")];
        ITransformer answer = _context.Transforms.Conversion.MapValue("PredictedLabel", words, "PredictedLabel").Fit(network.Transform(prepare.Transform(data)));
        return new TransformerChain<ITransformer>(prepare, network, answer);
    }

    private sealed class House
    {
        public float Age { get; set; }

        public float Area { get; set; }

        public string City { get; set; } = "";

        public string Kind { get; set; } = "";

        public bool Label { get; set; }

        public float Price { get; set; }
    }

    private sealed class Features
    {
        [VectorType(1)]
        public float[] Values { get; set; } = [];
    }
}
