using Microsoft.ML;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>Training does not depend on the unit of the label, nor on the size of the loss.</summary>
public class LabelUnitTests
{
    private readonly MLContext _context = new(seed: 1);

    // Penalty and clipping compare with the gradient's size, so that they would show if it were another.
    private static MlpRegressionOptions Quick { get; } = new()
    {
        HiddenSizes = [8], Epochs = 15, BatchSize = 16, Patience = null, MeasureTrainingLoss = false, L2Penalty = 0.003, GradientClippingNorm = 1, Optimizer = Optimizer.Adam(0.01), Seed = 5,
    };

    // Positive labels of deviation 1 or so, some of them far off.
    private static NumberRow[] Rows { get; } = [.. Samples.Plane(96).Select((row, i) => new NumberRow { Features = row.Features, Label = row.Label + 4 + (i % 16 == 0 ? 12 : 0) })];

    private float[] Predictions(MlpRegressionOptions options, double unit = 1)
    {
        IDataView rows = _context.Data.LoadFromEnumerable(Rows.Select(row => new NumberRow { Features = row.Features, Label = (float)(unit * row.Label) }));
        return Samples.Scores(_context, _context.Regression.Trainers.Mlp(options).Fit(rows).Transform(rows));
    }

    public static TheoryData<string, string> EquivariantLosses => new()
    {
        { "mse", "mse" },
        { "mae", "mae" },
        { "huber:delta={0}", "huber:delta=1" },
        { "smooth-l1:beta={0}", "smooth-l1:beta=1" },
        { "quantile:tau=0.8", "quantile:tau=0.8" },
        { "quantiles", "quantiles" },
        { "expectile:tau=0.8", "expectile:tau=0.8" },
        { "epsilon-insensitive:epsilon={0}", "epsilon-insensitive:epsilon=1" },
        { "mape", "mape" },
        { "smape", "smape" },
        { "poisson", "poisson" },
        { "gamma", "gamma" },
        { "tweedie:power=1.7", "tweedie:power=1.7" },
        { "cauchy:scale={0}", "cauchy:scale=1" },
        { "student-t:nu=3,scale={0}", "student-t:nu=3,scale=1" },
        { "gaussian-nll", "gaussian-nll" },
        { "laplace-nll", "laplace-nll" },
        { "beta-nll:beta=0.3", "beta-nll:beta=0.3" },
    };

    [Theory]
    [MemberData(nameof(EquivariantLosses))]
    public void Fit_LabelAndParametersInAnotherUnit_PredictsTheSameInThatUnit(string scaled, string plain)
    {
        float[] expected = Predictions(Quick with { Loss = LossCatalog.Regression.Parse(plain) });
        for (int power = -6; power <= 6; power++)
        {
            double unit = Math.Pow(10, power);
            RegressionLoss loss = LossCatalog.Regression.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, scaled, unit));
            float[] actual = Predictions(Quick with { Loss = loss }, unit);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second / unit, 1e-3));
        }
    }

    [Fact]
    public void EquivariantLosses_AllOfTheCatalog_ButThoseWithAUnitOfTheirOwn() =>
        Assert.Equal(LossCatalog.Regression.Entries.Select(entry => entry.Name).Except(["log-cosh", "msle"]).Order(), EquivariantLosses.Select(row => ((string)row[1]!).Split(':')[0]).Order());

    // Losses that are multiples of each other, everywhere or on the errors that there are.
    [Theory]
    [InlineData("huber:delta=1e9", "mse")]
    [InlineData("huber:delta=1e-9", "mae")]
    [InlineData("smooth-l1:beta=1e9", "mse")]
    [InlineData("smooth-l1:beta=1e-9", "mae")]
    [InlineData("huber:delta=0.5", "smooth-l1:beta=0.5")]
    [InlineData("expectile:tau=0.5", "mse")]
    [InlineData("quantile:tau=0.5", "mae")]
    [InlineData("epsilon-insensitive:epsilon=0", "mae")]
    [InlineData("student-t:nu=1,scale=2", "cauchy:scale=2")]
    [InlineData("student-t:nu=1e6,scale=1e5", "mse")]
    public void Fit_LossesThatDifferByAFactor_PredictTheSame(string text, string other) =>
        Assert.All(
            Predictions(Quick with { Loss = LossCatalog.Regression.Parse(text) }).Zip(Predictions(Quick with { Loss = LossCatalog.Regression.Parse(other) })),
            pair => Assert.Equal(pair.First, pair.Second, 2e-3));

    // Those with a unit of their own learn another thing in another unit, but they do learn. Labels that differ by less than a tolerance are all alike, and far below the errors a redescending loss has a
    // minimum at each label.
    [Theory]
    [InlineData("log-cosh", -6, 6)]
    [InlineData("msle", -6, 6)]
    [InlineData("huber:delta=1", -6, 6)]
    [InlineData("smooth-l1:beta=1", -6, 6)]
    [InlineData("epsilon-insensitive:epsilon=0.1", 0, 6)]
    [InlineData("cauchy:scale=1", -6, 0)]
    [InlineData("student-t:nu=3,scale=1", -6, 0)]
    public void Fit_LossWithAUnitOfItsOwn_LearnsInEveryUnit(string loss, int least, int greatest)
    {
        for (int power = least; power <= greatest; power += 3)
            Assert.InRange(RSquared(LossCatalog.Regression.Parse(loss), Math.Pow(10, power)), 0.97, 1);
    }

    [Fact]
    public void Fit_CustomLoss_LearnsInEveryUnit()
    {
        RegressionLoss absolute = RegressionLoss.Custom("absolute", (output, target) => (output - target).abs().mean([1]));
        RegressionLoss mixed = RegressionLoss.Custom("mixed", (output, target) => (output - target).abs().Plus((output - target).Squared().Times(1e-3)).mean([1]));
        for (int power = -6; power <= 6; power += 3)
        {
            Assert.InRange(RSquared(absolute, Math.Pow(10, power)), 0.97, 1);
            Assert.InRange(RSquared(mixed, Math.Pow(10, power)), 0.97, 1);
        }
        Assert.Equal(Predictions(Quick with { Loss = RegressionLoss.MeanAbsoluteError() }), Predictions(Quick with { Loss = absolute }), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Fit_OutputRangeInAnotherUnit_PredictsTheSameInThatUnit()
    {
        float[] expected = Predictions(Quick with { OutputRange = OutputRange.Scaled(0, 30) });
        foreach (float unit in new[] { 1e-6f, 1e6f })
        {
            float[] actual = Predictions(Quick with { OutputRange = OutputRange.Scaled(0, 30 * unit) }, unit);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second / unit, 1e-3));
        }
    }

    // Found with labels in dollars, a penalty, and errors far above δ: the penalty counted a thousand times as much as with mae.
    [Theory]
    [InlineData(1e3, 0.001)]
    [InlineData(1e7, 0)]
    public void Fit_HuberFarAboveItsTurn_IsAsGoodAsAbsoluteError(double unit, double penalty)
    {
        IDataView boston = _context.Transforms.NormalizeMeanVariance("Features", fixZero: false).Fit(Samples.Boston(_context)).Transform(Samples.Boston(_context));
        NumberRow[] rows = [.. _context.Data.CreateEnumerable<NumberRow>(boston, reuseRowObject: false, ignoreMissingColumns: true).Select(row => new NumberRow { Features = row.Features, Label = (float)(unit * row.Label) })];
        var schema = Microsoft.ML.Data.SchemaDefinition.Create(typeof(NumberRow));
        schema["Features"].ColumnType = new Microsoft.ML.Data.VectorDataViewType(Microsoft.ML.Data.NumberDataViewType.Single, 13);
        IDataView data = _context.Data.LoadFromEnumerable(rows, schema);
        double RSquaredOf(RegressionLoss loss)
        {
            MlpRegressionOptions options = new() { Loss = loss, Epochs = 40, Patience = null, MeasureTrainingLoss = false, L2Penalty = penalty, Seed = 1 };
            return _context.Regression.Evaluate(_context.Regression.Trainers.Mlp(options).Fit(data).Transform(data)).RSquared;
        }

        double absolute = RSquaredOf(RegressionLoss.MeanAbsoluteError());
        Assert.InRange(absolute, 0.8, 1);
        Assert.Equal(absolute, RSquaredOf(RegressionLoss.Huber()), 0.01);
    }

    private double RSquared(RegressionLoss loss, double unit)
    {
        NumberRow[] rows = [.. Samples.Plane(96).Select(row => new NumberRow { Features = row.Features, Label = (float)(unit * (row.Label + 4)) })];
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        MlpRegressionOptions options = Quick with { Loss = loss, Epochs = 100, L2Penalty = 1e-4, GradientClippingNorm = null };
        float[] scores = Samples.Scores(_context, _context.Regression.Trainers.Mlp(options).Fit(data).Transform(data));
        double mean = rows.Average(row => row.Label);
        return 1 - rows.Zip(scores, (row, score) => Math.Pow(row.Label - score, 2)).Sum() / rows.Sum(row => Math.Pow(row.Label - mean, 2));
    }
}
