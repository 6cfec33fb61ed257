using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>An application that only scores needs no libtorch: not to build, not to deploy, not to load a model.</summary>
public sealed class ScoreOnlyTests(PublishedSample sample) : IClassFixture<PublishedSample>
{
    private readonly MLContext _context = new(seed: 1);
    private readonly ExampleRow[] _rows = [.. Enumerable.Range(0, 60).Select(i => new ExampleRow
    {
        Features = [MathF.Sin(i), MathF.Cos(1.3f * i), i / 60f],
        Target = MathF.Sin(i) + i,
        Class = i % 3,
    })];

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string[] ScoreInFreshProcess(ITransformer model, IDataView data, string name)
    {
        string modelFile = sample.PathOf($"{name}.zip"), featuresFile = sample.PathOf($"{name}.csv");
        _context.Model.Save(model, data.Schema, modelFile);
        File.WriteAllLines(featuresFile, _rows.Select(row => string.Join(',', row.Features.Select(Text))));
        return sample.Score(modelFile, featuresFile);
    }

    [Fact]
    public void FileNames_PublishedSample_HoldNoLibTorch()
    {
        string[] names = [.. sample.FileNames];
        Assert.Contains("MLNet.LossExperiments.Transforms.dll", names);
        Assert.All(["torch", "c10", "MLNet.LossExperiments.Trainers"], part => Assert.DoesNotContain(names, name => name.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Score_RegressionInAFreshProcess_EqualsItsMakersToTheBit()
    {
        IDataView data = _context.Data.LoadFromEnumerable(_rows);
        var options = new MlpRegressionOptions { LabelColumnName = nameof(ExampleRow.Target), HiddenSizes = [9], Epochs = 5, Seed = 1, Device = TrainingDevice.Cpu };
        var model = _context.Transforms.NormalizeMinMax("Features").Append(_context.Regression.Trainers.Mlp(options)).Fit(data);

        string[] printed = ScoreInFreshProcess(model, data, "regression");

        Assert.Equal(model.Transform(data).GetColumn<float>("Score").Select(Text), printed);
        Assert.Equal(_rows.Length, printed.Distinct().Count());
    }

    [Fact]
    public void Score_MulticlassInAFreshProcess_EqualsItsMakersToTheBit()
    {
        IDataView examples = _context.Data.LoadFromEnumerable(_rows);
        IDataView data = _context.Transforms.Conversion.MapValueToKey("Label", nameof(ExampleRow.Class)).Fit(examples).Transform(examples);
        var options = new MlpMulticlassOptions { HiddenSizes = [9], Epochs = 5, Seed = 1, Device = TrainingDevice.Cpu };
        var model = _context.MulticlassClassification.Trainers.Mlp(options).Fit(data);

        string[] printed = ScoreInFreshProcess(model, data, "multiclass");

        Assert.Equal(model.Transform(data).GetColumn<float[]>("Score").Select(scores => string.Join(',', scores.Select(Text))), printed);
        Assert.All(printed, line => Assert.Equal(3, line.Split(',').Length));
    }
}
