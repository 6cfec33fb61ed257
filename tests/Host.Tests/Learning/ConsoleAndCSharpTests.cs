using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Tests.Learning;

/// <summary>From the same rows and seed, <c>Concatenate</c> and <c>Mlp</c> in C# learn what the console learns, and a normalizer before them changes little.</summary>
public class ConsoleAndCSharpTests
{
    private static readonly string[] Words = ["red", "green", "blue"];

    private readonly MLContext _ml = new(seed: 1);

    // Features in units of their own.
    private static PlainRow[] Rows { get; } = [.. Enumerable.Range(0, 150).Select(i =>
    {
        float a = 40_000 + 300 * MathF.Sin(1.7f * i), b = 0.002f * MathF.Cos(2.3f * i), size = (a - 40_000) / 300 + 500 * b;
        return new PlainRow { A = a, B = b, Number = 10 + 3 * size, IsLarge = size > 0, Color = Words[size > 0.6f ? 2 : size > -0.6f ? 1 : 0] };
    })];

    private static TOptions Quick<TOptions>(TOptions options)
        where TOptions : MlpOptions => options with { Seed = 3, HiddenSizes = [8], Epochs = 40, Optimizer = Optimizers.Optimizer.Adam(0.01) };

    private MlpNetwork ByConsole(LearningTask task, Func<PlainRow, string> label, ColumnKind kind)
    {
        string text = "a,b,y\n" + string.Concat(Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.A:R},{row.B:R},{label(row)}\n")));
        TableRows all = Samples.Rows(text, ("a", ColumnKind.Number), ("b", ColumnKind.Number), ("y", kind));
        TableRows none = all with { Rows = [] };
        FeatureSelection columns = FeatureSelection.From(["a", "b"], new HashSet<string>(), 1000, all);
        return FittedPipeline.Fit(_ml, task, new DataSets(all, none, none), new ColumnRoles("y", null, ["a", "b"], []), columns.Features, task.Options, ReadingOptions.Unsaid).Trained.Network;
    }

    private IDataView Data => _ml.Data.LoadFromEnumerable(Rows);

    private IDataView Features(IDataView data) => _ml.Transforms.Concatenate("Features", nameof(PlainRow.A), nameof(PlainRow.B)).Fit(data).Transform(data);

    private IDataView Normalized(IDataView data) => _ml.Transforms.NormalizeMeanVariance("Features").Fit(data).Transform(data);

    private static void AssertSame(MlpNetwork expected, MlpNetwork actual)
    {
        Assert.Equal(expected.InputScaler!.Offsets.ToArray(), actual.InputScaler!.Offsets.ToArray());
        Assert.Equal(expected.InputScaler!.Factors.ToArray(), actual.InputScaler!.Factors.ToArray());
        foreach ((DenseLayer one, DenseLayer other) in expected.Layers.Zip(actual.Layers))
        {
            Assert.Equal(one.Weights.ToArray(), other.Weights.ToArray());
            Assert.Equal(one.Bias.ToArray(), other.Bias.ToArray());
        }
    }

    [Fact]
    public void Fit_Regression_LearnsTheSame()
    {
        MlpRegressionOptions options = Quick(new MlpRegressionOptions { LabelColumnName = nameof(PlainRow.Number) });
        double RSquared(IDataView data) => _ml.Regression.Evaluate(_ml.Regression.Trainers.Mlp(options).Fit(data).Transform(data), nameof(PlainRow.Number)).RSquared;
        IDataView data = Features(Data);

        AssertSame(ByConsole(new RegressionLearning(options), row => row.Number.ToString("R", CultureInfo.InvariantCulture), ColumnKind.Number), _ml.Regression.Trainers.Mlp(options).Fit(data).Model.Network);

        Assert.InRange(RSquared(data), 0.95, 1);
        Assert.Equal(RSquared(data), RSquared(Normalized(data)), 0.02);
    }

    [Fact]
    public void Fit_TwoClasses_LearnsTheSame()
    {
        MlpBinaryOptions options = Quick(new MlpBinaryOptions { LabelColumnName = nameof(PlainRow.IsLarge) });
        double Accuracy(IDataView data) => _ml.BinaryClassification.Evaluate(_ml.BinaryClassification.Trainers.Mlp(options).Fit(data).Transform(data), nameof(PlainRow.IsLarge)).Accuracy;
        IDataView data = Features(Data);

        AssertSame(ByConsole(new BinaryLearning(options, ["no", "yes"]), row => row.IsLarge ? "yes" : "no", ColumnKind.Category), _ml.BinaryClassification.Trainers.Mlp(options).Fit(data).Model.Network);

        Assert.InRange(Accuracy(data), 0.9, 1);
        Assert.Equal(Accuracy(data), Accuracy(Normalized(data)), 0.05);
    }

    [Fact]
    public void Fit_MoreClasses_LearnsTheSame()
    {
        MlpMulticlassOptions options = Quick(new MlpMulticlassOptions());
        double Accuracy(IDataView data) => _ml.MulticlassClassification.Evaluate(_ml.MulticlassClassification.Trainers.Mlp(options).Fit(data).Transform(data)).MicroAccuracy;
        IDataView keys = _ml.Transforms.Conversion.MapValueToKey("Label", nameof(PlainRow.Color), keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(Data).Transform(Data);
        IDataView data = Features(keys);

        AssertSame(ByConsole(new MulticlassLearning(options, [.. Words.Order(StringComparer.Ordinal)]), row => row.Color, ColumnKind.Category), _ml.MulticlassClassification.Trainers.Mlp(options).Fit(data).Model.Network);

        Assert.InRange(Accuracy(data), 0.85, 1);
        Assert.Equal(Accuracy(data), Accuracy(Normalized(data)), 0.05);
    }

    private sealed class PlainRow
    {
        public float A { get; set; }

        public float B { get; set; }

        public float Number { get; set; }

        public bool IsLarge { get; set; }

        public string Color { get; set; } = "";
    }
}
