using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

#pragma warning disable CA1819 // Rows of ML.NET have arrays.

/// <summary>Losses that predict more than one number, and labels that are more than one.</summary>
public class DistributionTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick => new() { HiddenSizes = [16], Epochs = 150, BatchSize = 64, Optimizer = Optimizer.Adam(0.01), Patience = null, MeasureTrainingLoss = false, Seed = 3 };

    private sealed class NoisyRow
    {
        [VectorType(1)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }

    private sealed class TwoTargets
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        [VectorType(2)]
        public float[] Label { get; set; } = [];
    }

    private sealed class Prediction
    {
        public float Score { get; set; }

        public float ScoreVariance { get; set; }

        public float[] Quantiles { get; set; } = [];
    }

    // y = 100·x + noise whose standard deviation is 10 for negative x and 40 for positive x.
    private IDataView Noisy()
    {
        var random = new Random(5);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, 4000).Select(i =>
        {
            float x = i % 2 == 0 ? -1 : 1;
            return new NoisyRow { Features = [x], Label = (float)(100 * x + Normal() * (x < 0 ? 10 : 40)) };
        }).ToArray());
    }

    private Prediction[] Predict(MlpRegressionOptions options, out MlpRegressionModel model)
    {
        var transformer = _context.Regression.Trainers.Mlp(options).Fit(Noisy());
        model = transformer.Model;
        IDataView two = _context.Data.LoadFromEnumerable(new[] { new NoisyRow { Features = [-1] }, new NoisyRow { Features = [1] } });
        return [.. _context.Data.CreateEnumerable<Prediction>(transformer.Transform(two), reuseRowObject: false, ignoreMissingColumns: true)];
    }

    [Fact]
    public void Fit_GaussianNll_LearnsMeanAndVariance()
    {
        Prediction[] rows = Predict(Quick with { Loss = RegressionLoss.GaussianNegativeLogLikelihood() }, out MlpRegressionModel model);
        Assert.True(model.HasVariance);
        Assert.InRange(rows[0].Score, -104, -96);
        Assert.InRange(Math.Sqrt(rows[0].ScoreVariance), 8, 12);
        Assert.InRange(rows[1].Score, 92, 108);
        Assert.InRange(Math.Sqrt(rows[1].ScoreVariance), 34, 46);
    }

    [Fact]
    public void Fit_Quantiles_LearnsThemInOrderAndNamesThem()
    {
        // Three networks: the quantiles of a single one are off by a third now and then.
        MlpRegressionOptions options = Quick with { Loss = RegressionLoss.Quantiles([0.1, 0.5, 0.9]), Members = 3 };
        Prediction[] rows = Predict(options, out MlpRegressionModel model);
        Assert.Equal([0.1, 0.5, 0.9], model.QuantileLevels);
        // The 0.9 quantile of a normal distribution is 1.2816 standard deviations up.
        Assert.InRange(rows[0].Quantiles[2] - rows[0].Quantiles[1], 9, 17);
        Assert.InRange(rows[1].Quantiles[1] - rows[1].Quantiles[0], 40, 62);
        Assert.All(rows, row => Assert.Equal(row.Quantiles[1], row.Score));

        var transformer = _context.Regression.Trainers.Mlp(options with { Epochs = 1 }).Fit(Noisy());
        VBuffer<ReadOnlyMemory<char>> names = default;
        transformer.Transform(Noisy()).Schema["Quantiles"].GetSlotNames(ref names);
        Assert.Equal(["0.1", "0.5", "0.9"], names.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Fit_PoissonLink_PredictsPositiveNumbers()
    {
        NumberRow[] rows = [.. Enumerable.Range(0, 600).Select(i => new NumberRow { Features = [i % 3, 1], Label = new[] { 20f, 200, 4000 }[i % 3] })];
        var transformer = _context.Regression.Trainers.Mlp(Quick with { Loss = LossCatalog.Regression.Parse("poisson") }).Fit(_context.Data.LoadFromEnumerable(rows));
        Assert.Equal(20, transformer.Model.Score([0, 1]), 3.0);
        Assert.Equal(200, transformer.Model.Score([1, 1]), 20.0);
        Assert.Equal(4000, transformer.Model.Score([2, 1]), 200.0);
        Assert.True(transformer.Model.Score([-5, 1]) > 0);
    }

    [Fact]
    public void Fit_LabelOutsideTheLosssDomain_NamesTheRow()
    {
        NumberRow[] rows = [.. Samples.Plane(30).Select(row => new NumberRow { Features = row.Features, Label = 5 })];
        rows[7].Label = -2;
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Quick with { Loss = LossCatalog.Regression.Parse("poisson") }).Fit(_context.Data.LoadFromEnumerable(rows)));
        Assert.Equal("The label column 'Label' is -2 in row 7, counted from 0. The loss 'poisson' takes labels of at least 0.", error.Message);
    }

    public static TheoryData<string> Losses => ["mse", "mae", "gaussian-nll", "quantiles:levels=0.25/0.75", "laplace-nll"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Fit_VectorLabel_PredictsEachTargetInItsUnit(string loss)
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(400).Select(row => new TwoTargets { Features = row.Features, Label = [row.Label, 1000 * (row.Features[0] + row.Features[1])] }));
        var trainer = _context.Regression.Trainers.Mlp(Quick with { Loss = LossCatalog.Regression.Parse(loss) });
        IDataView scored = trainer.Fit(data).Transform(data);

        float[][] scores = [.. scored.GetColumn<float[]>("Score")], labels = [.. data.GetColumn<float[]>("Label")];
        for (int target = 0; target < 2; target++)
        {
            double mean = labels.Average(label => label[target]);
            double error = scores.Zip(labels).Sum(pair => Math.Pow(pair.First[target] - pair.Second[target], 2)), total = labels.Sum(label => Math.Pow(label[target] - mean, 2));
            Assert.InRange(error / total, 0, 0.05);
        }
        SchemaPromise.AssertKept(trainer, data);
    }

    private sealed class OneTarget
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        [VectorType(1)]
        public float[] Label { get; set; } = [];
    }

    [Fact]
    public void Fit_VectorLabelOfOneTarget_StaysAVector()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(50).Select(row => new OneTarget { Features = row.Features, Label = [row.Label] }));
        MlpRegressionTrainer trainer = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1, Members = 2 });
        SchemaPromise.AssertKept(trainer, data);
        Assert.All(trainer.Fit(data).Transform(data).GetColumn<float[]>("Score"), scores => Assert.Single(scores));
    }

    [Theory]
    [InlineData("mse")]
    [InlineData("quantiles:levels=0.5/0.9")]
    public void Fit_VectorLabelWithSlotNames_NamesItsPredictions(string loss)
    {
        IDataView data = _context.Transforms.Concatenate("Label", "Width", "Height").Append(_context.Transforms.Concatenate("Features", "Width")).Fit(Pairs()).Transform(Pairs());
        MlpRegressionTrainer trainer = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1, Loss = LossCatalog.Regression.Parse(loss) });
        SchemaPromise.AssertKept(trainer, data);
        var transformer = trainer.Fit(data);
        Assert.Equal(["Width", "Height"], transformer.Model.TargetNames);
        Assert.Equal(["Width", "Height"], SlotNames(transformer, "Score"));
        if (transformer.Model.QuantileLevels.Count > 0)
            Assert.Equal(["Width:0.5", "Width:0.9", "Height:0.5", "Height:0.9"], SlotNames(transformer, "Quantiles"));

        IDataView Pairs() => _context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new Pair { Width = i, Height = 2 * i }));
        string[] SlotNames(ITransformer model, string column)
        {
            VBuffer<ReadOnlyMemory<char>> names = default;
            model.Transform(data).Schema[column].GetSlotNames(ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }
    }

    private sealed class Pair
    {
        public float Width { get; set; }

        public float Height { get; set; }
    }

    [Theory]
    [InlineData("mse", 1)]
    [InlineData("mse", 3)]
    [InlineData("gaussian-nll", 1)]
    [InlineData("quantiles", 2)]
    public void GetOutputSchema_EveryKind_IsWhatTransformGives(string loss, int members) =>
        SchemaPromise.AssertKept(_context.Regression.Trainers.Mlp(Quick with { Loss = LossCatalog.Regression.Parse(loss), Members = members, Epochs = 1 }), Noisy());

    [Fact]
    public void Load_EveryKind_PredictsTheSame()
    {
        foreach (string loss in new[] { "gaussian-nll", "quantiles" })
        {
            var transformer = _context.Regression.Trainers.Mlp(Quick with { Loss = LossCatalog.Regression.Parse(loss), Epochs = 2, Members = 2 }).Fit(Noisy());
            using var stream = new MemoryStream();
            _context.Model.Save(transformer, Noisy().Schema, stream);
            stream.Position = 0;
            IDataView before = transformer.Transform(Noisy()), after = new MLContext().Model.Load(stream, out _).Transform(Noisy());
            Assert.Equal(before.Schema.Select(column => column.Name), after.Schema.Select(column => column.Name));
            Assert.Equal(before.GetColumn<float>("ScoreVariance"), after.GetColumn<float>("ScoreVariance"));
            if (loss == "quantiles")
                Assert.Equal(before.GetColumn<float[]>("Quantiles"), after.GetColumn<float[]>("Quantiles"));
        }
    }
}
