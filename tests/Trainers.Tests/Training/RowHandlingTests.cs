using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class RowHandlingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions FullBatch => new() { HiddenSizes = [4], Epochs = 40, BatchSize = 1000, Patience = null, Optimizer = Optimizer.Adam(0.02), Seed = 3 };

    private MlpRegressionModel Fit(IEnumerable<NumberRow> rows, MlpRegressionOptions options) => _context.Regression.Trainers.Mlp(options).Fit(_context.Data.LoadFromEnumerable(rows)).Model;

    private static void AssertClose(MlpRegressionModel expected, MlpRegressionModel actual)
    {
        for (int i = 0; i < expected.Network.Layers.Count; i++)
            Assert.Equal(expected.Network.Layers[i].Weights.ToArray(), actual.Network.Layers[i].Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Fit_WeightTwo_EqualsRepeatingTheRow()
    {
        NumberRow[] rows = [.. Samples.Plane(30)];
        IEnumerable<NumberRow> weighted = rows.Select((row, i) => new NumberRow { Features = row.Features, Label = row.Label, Weight = 10 * (i % 3) });
        IEnumerable<NumberRow> repeated = rows.SelectMany((row, i) => Enumerable.Repeat(row, i % 3));

        AssertClose(Fit(repeated, FullBatch), Fit(weighted, FullBatch with { ExampleWeightColumnName = "Weight" }));
    }

    [Fact]
    public void Fit_WeightsScaled_ChangeNothing()
    {
        IEnumerable<NumberRow> Weighted(float factor) => Samples.Plane(30).Select((row, i) => new NumberRow { Features = row.Features, Label = row.Label, Weight = factor * (1 + i % 4) });
        MlpRegressionOptions options = FullBatch with { ExampleWeightColumnName = "Weight", BatchSize = 8 };
        AssertClose(Fit(Weighted(1), options), Fit(Weighted(1000), options));
    }

    [Fact]
    public void Fit_NegativeWeightInAnotherCulture_WritesADecimalPoint()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        NumberRow[] rows = [.. Samples.Plane(20)];
        rows[4].Weight = -0.5f;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            var error = Assert.Throws<MlpTrainingException>(() => Fit(rows, FullBatch with { ExampleWeightColumnName = "Weight" }));
            Assert.Equal("The weight column 'Weight' is -0.5 in row 4, counted from 0. Weights must be at least 0.", error.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Fit_MissingValues_AreSkippedCountedAndWarnedOf()
    {
        NumberRow[] rows = [.. Samples.Plane(40)];
        rows[3].Label = float.NaN;
        rows[5].Features = [float.NaN, 1];
        rows[6].Features = [1, float.PositiveInfinity];
        rows[9].Weight = float.NaN;
        var warnings = new List<string>();
        _context.Log += (_, log) =>
        {
            if (log.Kind == Microsoft.ML.Runtime.ChannelMessageKind.Warning)
                warnings.Add(log.RawMessage);
        };

        MlpRegressionModel model = Fit(rows, FullBatch with { ExampleWeightColumnName = "Weight" });

        Assert.Equal(4, model.History.SkippedRows);
        Assert.Equal(36, model.History.TrainingRows);
        Assert.Contains("Left out 4 of 40 training rows: 1 without a label, 2 with a missing or infinite feature, 1 without a weight.", warnings);
        Assert.True(float.IsFinite(model.Score([1, 1])));
    }

    [Theory]
    [InlineData(float.NaN, 1, 1, "All 5 rows had to be left out: 5 without a label.")]
    [InlineData(1, float.NaN, 1, "All 5 rows had to be left out: 5 with a missing or infinite feature.")]
    [InlineData(1, 1, -2, "The weight column 'Weight' is -2 in row 0, counted from 0.")]
    [InlineData(1, 1, 0, "The weight of every training row is 0.")]
    public void Fit_NoUsableRow_SaysWhy(float label, float feature, float weight, string sentence)
    {
        IEnumerable<NumberRow> rows = Enumerable.Repeat(new NumberRow { Label = label, Features = [feature, 1], Weight = weight }, 5);
        var error = Assert.Throws<MlpTrainingException>(() => Fit(rows, FullBatch with { ExampleWeightColumnName = "Weight" }));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_EmptyData_SaysSo()
    {
        var error = Assert.Throws<MlpTrainingException>(() => Fit([], FullBatch));
        Assert.Equal("There are no rows to train on or validate with.", error.Message);
    }

    [Fact]
    public void Fit_SparseFeatures_EqualDenseOnes()
    {
        var rows = Enumerable.Range(0, 60).Select(i => new TokenRow { Token = "abcdef"[i % 6].ToString(), Label = i % 6 }).ToArray();
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        // One-hot vectors are sparse; a custom mapping makes the same ones dense.
        IDataView sparse = _context.Transforms.Categorical.OneHotEncoding("Features", "Token").Fit(data).Transform(data);
        VBuffer<float> first = sparse.GetColumn<VBuffer<float>>("Features").First();
        Assert.False(first.IsDense);
        IDataView dense = _context.Data.LoadFromEnumerable(rows.Select(row => new SixRow { Features = [.. "abcdef".Select(c => row.Token[0] == c ? 1f : 0f)], Label = row.Label }));

        var onSparse = _context.Regression.Trainers.Mlp(FullBatch).Fit(sparse);
        var onDense = _context.Regression.Trainers.Mlp(FullBatch).Fit(dense);

        Assert.Equal(onDense.Model.Network.Layers[0].Weights.ToArray(), onSparse.Model.Network.Layers[0].Weights.ToArray());
        Assert.Equal(Samples.Scores(_context, onDense.Transform(dense)), Samples.Scores(_context, onSparse.Transform(sparse)));
    }

    [Fact]
    public void Fit_ValidationSplit_IsStratifiedByClass()
    {
        // One true in ten: of 20 validation rows just 2 must be.
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new FlagRow { Features = [i % 10 == 0 ? 1 : 0, 1], Label = i % 10 == 0 }));
        var options = new MlpBinaryOptions { HiddenSizes = [], Epochs = 1, Optimizer = Optimizer.Sgd(1e-9), Seed = 3 };
        // With next to no learning the scores are the initial ones: accuracy on the validation rows tells how many of them are true.
        double accuracy = _context.BinaryClassification.Trainers.Mlp(options).Fit(data).Model.History.Epochs[0].ValidationMetric!.Value;
        Assert.Contains(accuracy, new[] { 0, 0.1, 0.9, 1 });
    }

    [Fact]
    public void Fit_RowsNotDividedByBatchSize_DropLastLeavesTheRestOut()
    {
        // 5 rows in batches of 4: with the last row dropped, an epoch's mean is over 4.
        MlpRegressionOptions options = FullBatch with { BatchSize = 4, Epochs = 1 };
        IEnumerable<NumberRow> rows = Enumerable.Range(0, 5).Select(i => new NumberRow { Features = [0, 0], Label = i });
        Assert.NotEqual(Fit(rows, options).History.Epochs[0].RunningTrainingLoss, Fit(rows, options with { DropLast = true }).History.Epochs[0].RunningTrainingLoss);
        Assert.True(double.IsFinite(Fit(rows.Take(3), options with { DropLast = true }).History.Epochs[0].RunningTrainingLoss));
    }

    private sealed class TokenRow
    {
        public string Token { get; set; } = "";

        public float Label { get; set; }
    }

    private sealed class SixRow
    {
        [VectorType(6)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }

    private sealed class FlagRow
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }
}
