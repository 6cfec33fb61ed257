using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class InputScalingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick { get; } = new() { HiddenSizes = [16], Epochs = 60, Patience = null, MeasureTrainingLoss = false, Seed = 1, Optimizer = Optimizer.Adam(0.01) };

    // Features in units of their own: one large beside its differences, one tiny.
    private IDataView Rows(float offset = 1e6f, float first = 1000, float second = 1e-6f) =>
        _context.Data.LoadFromEnumerable(Samples.Plane(200).Select(row => new NumberRow { Features = [offset + first * row.Features[0], second * row.Features[1]], Label = row.Label }));

    private double RSquared(MlpRegressionOptions options, IDataView data) => _context.Regression.Evaluate(_context.Regression.Trainers.Mlp(options).Fit(data).Transform(data)).RSquared;

    [Theory]
    [InlineData(InputScaling.Standardize)]
    [InlineData(InputScaling.MinMax)]
    [InlineData(InputScaling.Robust)]
    public void Fit_RawFeatures_LearnsWhateverTheirUnits(InputScaling scaling)
    {
        Assert.InRange(RSquared(Quick with { InputScaling = scaling }, Rows()), 0.99, 1);
        Assert.InRange(RSquared(Quick with { InputScaling = InputScaling.None }, Rows()), double.NegativeInfinity, 0.5);
    }

    [Fact]
    public void Fit_BatchNormalizationOfRawFeatures_LosesNoDigits() => Assert.InRange(RSquared(Quick with { BatchNormalization = true }, Rows()), 0.97, 1);

    [Fact]
    public void Fit_RawFeatures_GivesAModelThatTakesThemRaw()
    {
        IDataView data = Rows();
        MlpRegressionModel model = _context.Regression.Trainers.Mlp(Quick with { Epochs = 2 }).Fit(data).Model;
        Assert.InRange(model.Network.InputScaler!.Offsets[0], 1e6f - 100, 1e6f + 100);
        using var stream = new MemoryStream();
        var fitted = _context.Regression.Trainers.Mlp(Quick with { Epochs = 2 }).Fit(data);
        _context.Model.Save(fitted, data.Schema, stream);
        stream.Position = 0;
        Assert.Equal(Samples.Scores(_context, fitted.Transform(data)), Samples.Scores(_context, _context.Model.Load(stream, out _).Transform(data)));
        Assert.Null(_context.Regression.Trainers.Mlp(Quick with { Epochs = 1, InputScaling = InputScaling.None }).Fit(data).Model.Network.InputScaler);
    }

    // The normalizer that does not centre, and no normalizer: nearly equal.
    [Fact]
    public void Fit_AfterANormalizer_LearnsAsWell()
    {
        IDataView raw = Samples.Boston(_context), normalized = _context.Transforms.NormalizeMeanVariance("Features").Fit(raw).Transform(raw);
        Assert.Equal(RSquared(Quick, raw), RSquared(Quick, normalized), 0.01);
    }

    [Fact]
    public void Fit_Streamed_ScalesAsInMemory()
    {
        IDataView data = Rows();
        InputScaler whole = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1 }).Fit(data).Model.Network.InputScaler!;
        InputScaler streamed = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1, MaxRowsInMemory = 64 }).Fit(data).Model.Network.InputScaler!;
        Assert.Equal(whole.Offsets.ToArray(), streamed.Offsets.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Abs(a));
        Assert.Equal(whole.Factors.ToArray(), streamed.Factors.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-5 * Math.Abs(a));
        Assert.InRange(RSquared(Quick with { MaxRowsInMemory = 64 }, data), 0.99, 1);
    }

    [Fact]
    public void Fit_FurtherOnOtherRows_KeepsTheScalingOfTheModel()
    {
        MlpRegressionModel first = _context.Regression.Trainers.Mlp(Quick).Fit(Rows()).Model;
        IDataView shifted = Rows(offset: 1.001e6f);
        MlpRegressionModel further = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1, Optimizer = Optimizer.Adam(1e-9) }).Fit(shifted, null, first).Model;
        Assert.Equal(first.Network.InputScaler!.Offsets.ToArray(), further.Network.InputScaler!.Offsets.ToArray());
        float[] features = [1e6f + 300, 2e-7f];
        Assert.Equal(first.Score(features), further.Score(features), 1e-4);
    }

    [Fact]
    public void CompareLosses_RawFeatures_ScalesEachCellByItsTrainingRows()
    {
        LossComparison comparison = _context.Regression.CompareLosses(Rows(), new RegressionLossExperiment { Trainer = Quick, Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError()], Seeds = [1, 2], Folds = 3, RefitsBest = false }).Comparison;
        Assert.All(comparison.Settings, setting => Assert.InRange(setting.Metrics["r2"].Mean, 0.98, 1));
    }

    [Fact]
    public void Fit_CalibrationOfRawFeatures_IsOfTheScoresThatTheModelGives()
    {
        IDataView data = Samples.BreastCancer(_context);
        var model = Assert.IsType<MlpBinaryProbabilityModel>(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Loss = BinaryLoss.Hinge(), Calibration = CalibrationKind.Platt, Epochs = 20, Seed = 1 }).Fit(data).Model);
        Assert.InRange(_context.BinaryClassification.Evaluate(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Loss = BinaryLoss.Hinge(), Calibration = CalibrationKind.Platt, Epochs = 20, Seed = 1 }).Fit(data).Transform(data)).LogLoss, 0, 0.4);
        Assert.NotNull(model.Calibration);
    }
}
