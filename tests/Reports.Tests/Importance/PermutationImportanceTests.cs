using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MLNet.LossExperiments.Reports.Tests.Importance;

/// <summary>Importance is what theory says, and what ML.NET's own permutation importance finds.</summary>
public sealed class PermutationImportanceTests
{
    private const int Rows = 4000;

    private static readonly ImportanceOptions Squared = new() { Metric = "MSE", Repeats = 10, Bootstrap = new BootstrapPlan(300, 5) };

    private readonly MLContext _ml = new(seed: 1);

    // The label is 3·A + B + noise; the model knows it; C is not used.
    private static Row[] Data()
    {
        var random = new RandomStream(11, 0);
        double Draw() => Math.Sqrt(12) * (random.NextBelow(1_000_000) / 1e6 - 0.5);
        return [.. Enumerable.Range(0, Rows).Select(i =>
        {
            float a = (float)Draw(), b = (float)Draw();
            return new Row { A = a, B = b, C = (float)Draw(), Name = i % 2 == 0 ? "even" : "odd", Pair = [a, b], Label = 3 * a + b + (float)Draw() };
        })];
    }

    private CustomMappingTransformer<Row, Prediction> Model(IDataView data) =>
        _ml.Transforms.CustomMapping<Row, Prediction>((row, prediction) => prediction.Score = 3 * row.A + row.B, null).Fit(data);

    private static IReadOnlyList<double> SquaredErrors(IDataView predictions) => RowCosts.SquaredErrors(RegressionPredictions.From(predictions));

    [Fact]
    public void Of_LinearModel_IsTwiceTheVarianceThatAFeatureBrings()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Data());
        PermutationImportance importance = PermutationImportance.Of(data, Model(data), ["C", "B", "A"], SquaredErrors, Squared);
        Assert.Equal(["A", "B", "C"], importance.Features.Select(feature => feature.Name));
        Assert.Equal(1, importance.Baseline, 0.05);
        // E (3x − 3x')² = 2 · 9 · variance.
        Assert.Equal(18, importance.Features[0].Increase, 0.9);
        Assert.Equal(2, importance.Features[1].Increase, 0.15);
        EvaluationChecks.AssertClose([0, 0, 0], [importance.Features[2].Increase, importance.Features[2].Low, importance.Features[2].High], 1e-12);
        Assert.InRange(18, importance.Features[0].Low, importance.Features[0].High);
        Assert.True(importance.Features[0].RepeatDeviation > 0);
    }

    [Fact]
    public void Of_Root_IsTheIncreaseOfTheRoot()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Data());
        PermutationImportance importance = PermutationImportance.Of(data, Model(data), ["A"], SquaredErrors, Squared with { IsRoot = true, Metric = "RMSE" });
        Assert.Equal(Math.Sqrt(19) - 1, importance.Features[0].Increase, 0.12);
    }

    [Fact]
    public void Of_SameSeed_IsTheSame()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Data());
        PermutationImportance Measure(long seed) => PermutationImportance.Of(data, Model(data), ["A", "B"], SquaredErrors, Squared with { Bootstrap = new BootstrapPlan(50, seed) });
        Assert.Equal(Measure(1).Features, Measure(1).Features);
        Assert.NotEqual(Measure(1).Features, Measure(2).Features);
    }

    [Fact]
    public void Of_RegressionModelOfMLNet_AgreesWithItsPermutationFeatureImportance()
    {
        IDataView data = _ml.Transforms.Concatenate("Features", "A", "B", "C").Fit(_ml.Data.LoadFromEnumerable(Data())).Transform(_ml.Data.LoadFromEnumerable(Data()));
        var model = _ml.Regression.Trainers.Sdca(maximumNumberOfIterations: 20).Fit(data);
        var theirs = _ml.Regression.PermutationFeatureImportance(model, data, permutationCount: 10);
        PermutedCosts costs = (feature, rows, sources) =>
        {
            Row[] all = Data();
            IEnumerable<Row> dealt = rows.Zip(sources, (row, source) => new Row { A = all[feature == 0 ? source : row].A, B = all[feature == 1 ? source : row].B, C = all[feature == 2 ? source : row].C, Label = all[row].Label, Name = "", Pair = [0, 0] });
            IDataView view = _ml.Data.LoadFromEnumerable(dealt);
            return SquaredErrors(model.Transform(_ml.Transforms.Concatenate("Features", "A", "B", "C").Fit(view).Transform(view)));
        };
        PermutationImportance ours = PermutationImportance.Of(["A", "B", "C"], Rows, costs, Squared with { Repeats = 10 });
        foreach (FeatureImportance feature in ours.Features)
        {
            double increase = theirs["ABC".IndexOf(feature.Name, StringComparison.Ordinal)].MeanSquaredError.Mean;
            // Both are means of ten dealings.
            Assert.Equal(increase, feature.Increase, Math.Max(0.01, 4 * feature.RepeatDeviation * Math.Sqrt(2.0 / 10)));
        }
    }

    [Fact]
    public void Of_TextAndVectorColumns_AreDealtToo()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Data());
        ITransformer model = _ml.Transforms.CustomMapping<Row, Prediction>((row, prediction) => prediction.Score = row.Label + (row.Name == "odd" ? row.Pair[0] : 0), null).Fit(data);
        PermutationImportance importance = PermutationImportance.Of(data, model, ["Name", "Pair", "A"], SquaredErrors, Squared);
        FeatureImportance Named(string name) => importance.Features.Single(feature => feature.Name == name);
        // Each second row costs the square of its number: dealing changes which, but not how much on average.
        Assert.InRange(0, Named("Name").Low, Named("Name").High);
        Assert.True(Named("Name").RepeatDeviation > 0);
        Assert.True(Named("Pair").RepeatDeviation > 0);
        Assert.Equal(0, Named("A").RepeatDeviation);
    }

    [Fact]
    public void Of_MoreRowsThanAllowed_MeasuresASample() =>
        Assert.Equal(100, PermutationImportance.Of(["a"], Rows, (_, rows, _) => [.. rows.Select(row => (double)row)], Squared with { MostRows = 100 }).Rows);

    [Fact]
    public void Of_UnknownColumnOrNoRow_IsRefused()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Data());
        Assert.Contains("'X'", Assert.Throws<ArgumentException>(() => PermutationImportance.Of(data, Model(data), ["X"], SquaredErrors)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PermutationImportance.Of(["a"], 0, (_, _, _) => []));
        Assert.Throws<ArgumentException>(() => PermutationImportance.Of(["a"], 3, (_, _, _) => [1]));
    }

    private sealed class Row
    {
        public float A { get; set; }

        public float B { get; set; }

        public float C { get; set; }

        public string Name { get; set; } = "";

        [VectorType(2)]
        public float[] Pair { get; set; } = [];

        public float Label { get; set; }
    }

    private sealed class Prediction
    {
        public float Score { get; set; }
    }
}
