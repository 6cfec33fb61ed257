using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>The JSON document says all that it takes to compute the scores: a test does it with plain loops.</summary>
public sealed class JsonExportTests
{
    private const int Features = 5;

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    private IDataView Data => _context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(row => new Row
    {
        Features = Contents.Features(row, Features),
        Size = row,
        Kind = $"kind {row % 4}",
    }));

    [Theory]
    [MemberData(nameof(Activations))]
    public void ExportToJson_EachActivation_SufficesToScore(Activation activation) =>
        AssertRegression(Contents.Model(Contents.Network(3, [Features, 17, 9, 1], activation)));

    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    [InlineData("-3.5..50")]
    public void ExportToJson_EachOutputRange_SufficesToScore(string range) =>
        AssertRegression(Contents.Model(Contents.Network(4, [Features, 12, 1], range: OutputRange.Parse(range))));

    [Fact]
    public void ExportToJson_InputScaling_SufficesToScore() => AssertRegression(Contents.Model(Contents.Scaled(7, Contents.Network(4, [Features, 12, 1]))));

    [Theory]
    [InlineData(Link.Exponential, 1, 1)]
    [InlineData(Link.MeanAndLogVariance, 2, 1)]
    [InlineData(Link.MedianAndLogScale, 2, 3)]
    [InlineData(Link.Quantiles, 3, 1)]
    [InlineData(Link.Quantiles, 3, 2)]
    public void ExportToJson_EachLinkOfRegression_SufficesToPredict(Link link, int outputs, int members)
    {
        double[] levels = link == Link.Quantiles ? [0.1, 0.4, 0.9] : [];
        AssertRegression(Contents.Model(Enumerable.Range(0, members).Select(seed => Contents.Network(seed, [Features, 6, outputs])), link, 1, levels));
    }

    [Fact]
    public void ExportToJson_SeveralTargets_SufficesToPredict()
    {
        ModelContent content = Contents.Model(Enumerable.Range(0, 2).Select(seed => Contents.Network(seed, [Features, 6, 4])), Link.MeanAndLogVariance, 2);
        JsonElement json = AssertRegression(content with { Form = content.Form with { TargetNames = ["width", "height"] } });
        Assert.Equal(["width", "height"], json.GetProperty("targetNames").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("none", Link.Logistic, 1)]
    [InlineData("none", Link.Logistic, 3)]
    [InlineData("none", Link.Identity, 3)]
    [InlineData("platt", Link.Identity, 1)]
    [InlineData("isotonic", Link.Identity, 2)]
    public void ExportToJson_TwoClasses_SufficesToPredict(string calibration, Link link, int members)
    {
        ModelContent content = Contents.Model(Enumerable.Range(0, members).Select(seed => Contents.Network(seed, [Features, 6, 1])), link) with
        {
            Calibration = calibration switch
            {
                "platt" => new PlattCalibration(-1.7, 0.4),
                "isotonic" => new IsotonicCalibration([-3, -1, 0.5f, 2], [-2, -0.5f, 0.75f, 9], [0.02f, 0.3f, 0.31f, 0.97f]),
                _ => null,
            },
        };
        ITransformer network = HandMade.Binary(_context, content, Data.Schema);
        KeyValuePair<bool, string>[] words = [new(false, "no"), new(true, "yes")];
        ITransformer answer = _context.Transforms.Conversion.MapValue("PredictedLabel", words, "PredictedLabel").Fit(network.Transform(Data));
        JsonElement json = Export(new TransformerChain<ITransformer>(network, answer));

        string[] columns = link == Link.Identity && calibration == "none" ? ["Score"] : ["Score", "Probability"];
        AssertSame(json, network.Transform(Data), columns);
        Assert.Equal("binary", json.GetProperty("task").GetString());
        Assert.Equal(["no", "yes"], json.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData(Link.Softmax, 4)]
    [InlineData(Link.Identity, 4)]
    [InlineData(Link.Ordinal, 3)]
    public void ExportToJson_MoreClasses_SufficesToPredict(Link link, int outputs)
    {
        var label = _context.Transforms.Conversion.MapValueToKey("Label", "Kind").Fit(Data);
        ModelContent content = Contents.Model(Enumerable.Range(0, 2).Select(seed => Contents.Network(seed, [Features, 6, outputs])), link);
        ITransformer network = HandMade.Multiclass(_context, content, label.Transform(Data).Schema);
        var model = new TransformerChain<ITransformer>(label, network);
        JsonElement json = Export(model);

        AssertSame(json, model.Transform(Data), "Score");
        Assert.Equal(["kind 0", "kind 1", "kind 2", "kind 3"], json.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["Features"], json.GetProperty("inputColumns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
    }

    [Fact]
    public void ExportToJson_NoNetworkInTheModel_SaysSo()
    {
        AssertRefused("The model has no network of MLNet.LossExperiments", _context.Regression.Trainers.FastTree("Size", numberOfTrees: 2, minimumExampleCountPerLeaf: 2).Fit(Data));
    }

    [Fact]
    public void ExportToJson_WeightThatIsNoNumber_SaysSo()
    {
        var network = new MlpNetwork([new DenseLayer(Features, 1, [1, 2, float.NaN, 4, 5], [0])], Activation.ReLU, OutputRange.Identity);
        AssertRefused("The network has weights that are no finite numbers", HandMade.Regression(_context, Contents.Model(network), Data.Schema));
    }

    private void AssertRefused(string expected, ITransformer model)
    {
        using var stream = new MemoryStream();
        var exception = Assert.Throws<ModelExportException>(() => _context.Model.ExportToJson(model, Data.Schema, stream));
        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    private JsonElement AssertRegression(ModelContent content)
    {
        ITransformer model = HandMade.Regression(_context, content, Data.Schema);
        JsonElement json = Export(model);
        IDataView predictions = model.Transform(Data);
        AssertSame(json, predictions, [.. ((string[])["Score", "ScoreVariance", "Quantiles"]).Where(column => predictions.Schema.GetColumnOrNull(column) is not null)]);
        Assert.Equal("regression", json.GetProperty("task").GetString());
        Assert.Equal("huber:delta=1", json.GetProperty("loss").GetString());
        return json;
    }

    private JsonElement Export(ITransformer model)
    {
        using var stream = new MemoryStream();
        _context.Model.ExportToJson(model, Data.Schema, stream);
        JsonElement json = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal(2, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(Features, json.GetProperty("features").GetProperty("count").GetInt32());
        return json;
    }

    private void AssertSame(JsonElement json, IDataView predictions, params string[] columns)
    {
        float[][] features = [.. Data.GetColumn<float[]>("Features")];
        float[][][] expected = [.. columns.Select(column => predictions.Schema[column].Type is VectorDataViewType
            ? predictions.GetColumn<float[]>(column).ToArray()
            : [.. predictions.GetColumn<float>(column).Select(value => new[] { value })])];
        for (int row = 0; row < features.Length; row++)
        {
            double[] computed = JsonScoring.Predict(json, features[row]);
            float[] wanted = [.. expected.SelectMany(column => column[row])];
            Assert.Equal(wanted.Length, computed.Length);
            Assert.All(wanted.Zip(computed), pair => Assert.Equal(pair.Second, pair.First, 1e-5 * Math.Max(1, Math.Abs(pair.Second))));
        }
    }

    private sealed class Row
    {
        [VectorType(JsonExportTests.Features)]
        public float[] Features { get; set; } = [];

        public float Size { get; set; }

        public string Kind { get; set; } = "";
    }
}
