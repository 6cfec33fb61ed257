using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Features;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateFeaturesTests : IDisposable
{
    private static readonly string?[] Dates = ["31.03.2024", "1.4.2024 06:00", "", null, "24.12.1999"];

    private readonly MLContext _context = new(seed: 1);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

    public void Dispose() => File.Delete(_file);

    private IDataView Rows(params IEnumerable<string?> dates) => _context.Data.LoadFromEnumerable(dates.Select(date => new DateRow { When = date }));

    private DateFeaturesTransformer Fit(params IEnumerable<string?> dates) => _context.Transforms.DateFeatures("Date", "When").Fit(Rows(dates));

    private float[][] Vectors(ITransformer transformer, params IEnumerable<string?> dates) => [.. transformer.Transform(Rows(dates)).GetColumn<float[]>("Date")];

    [Fact]
    public void Transform_Dates_GivesTheirValuesAndNaNWhereMissing()
    {
        DateFeaturesTransformer transformer = Fit(Dates);

        float[][] vectors = Vectors(transformer, Dates);

        Assert.Equal(("When", "Date", "d.M.yyyy", true), (transformer.InputColumnName, transformer.OutputColumnName, transformer.Format, transformer.HasTimeOfDay));
        Assert.All(vectors, vector => Assert.Equal(7, vector.Length));
        Assert.Equal([8856, 8857.25f, float.NaN, float.NaN, -8], vectors.Select(vector => vector[0]));
        Assert.All(vectors[2..4], vector => Assert.All(vector, value => Assert.True(float.IsNaN(value))));
        Assert.Equal([1f, 0f], vectors[1][5..].Select(value => MathF.Round(value, 6)));
    }

    [Fact]
    public void Transform_TextThatIsNoDateOfTheFormat_IsNaN() =>
        Assert.All(Vectors(Fit("2024-03-31"), "soon", "31.03.2024", "2024-02-30").SelectMany(vector => vector), value => Assert.True(float.IsNaN(value)));

    [Fact]
    public void GetOutputSchema_BeforeTheFit_PromisesWhatComes() => SchemaPromise.AssertKept(_context.Transforms.DateFeatures("Date", "When"), Rows("2024-03-31"));

    [Fact]
    public void GetOutputSchema_AfterTheFit_NamesTheSlots()
    {
        IDataView rows = Rows("2024-03-31");
        VBuffer<ReadOnlyMemory<char>> names = default;
        Fit("2024-03-31").GetOutputSchema(rows.Schema)["Date"].GetSlotNames(ref names);
        Assert.Equal(["days", "year-sin", "year-cos", "week-sin", "week-cos"], names.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Fit_SameNameForBoth_HidesTheText() =>
        Assert.IsType<VectorDataViewType>(_context.Transforms.DateFeatures("When").Fit(Rows("2024-03-31")).Transform(Rows("2024-03-31")).Schema["When"].Type);

    [Fact]
    public void Transform_BeforeReplaceAndIndicateMissing_LetsThemWork()
    {
        IDataView rows = Rows(Dates);
        var pipeline = _context.Transforms.DateFeatures("Date", "When")
            .Append(_context.Transforms.IndicateMissingValues("Missing", "Date"))
            .Append(_context.Transforms.ReplaceMissingValues("Date"));

        IDataView filled = pipeline.Fit(rows).Transform(rows);

        Assert.Equal([false, false, true, true, false], filled.GetColumn<bool[]>("Missing").Select(missing => missing.All(isMissing => isMissing)));
        Assert.All(filled.GetColumn<float[]>("Date").SelectMany(vector => vector), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void PredictionEngine_Rows_GivesWhatTransformGives()
    {
        DateFeaturesTransformer transformer = Fit(Dates);
        using PredictionEngine<DateRow, DateVectorRow> engine = _context.Model.CreatePredictionEngine<DateRow, DateVectorRow>(transformer);
        Assert.Equal(Vectors(transformer, Dates), Dates.Select(date => engine.Predict(new DateRow { When = date }).Date));
    }

    [Fact]
    public void Transform_ManyThreads_GivesEachTheSame()
    {
        string[] dates = [.. Enumerable.Range(0, 500).Select(day => $"{new DateTime(2020, 1, 1).AddHours(5 * day):yyyy-MM-dd HH:mm}")];
        DateFeaturesTransformer transformer = Fit(dates);
        float[][] expected = Vectors(transformer, dates);

        IDataView transformed = transformer.Transform(Rows(dates));

        Parallel.For(0, 16, _ => Assert.Equal(expected, transformed.GetColumn<float[]>("Date")));
    }

    [Fact]
    public void Load_SavedTransformer_GivesTheSame()
    {
        IDataView rows = Rows(Dates);
        DateFeaturesTransformer transformer = Fit(Dates);
        _context.Model.Save(transformer, rows.Schema, _file);

        ITransformer loaded = new MLContext().Model.Load(_file, out DataViewSchema schema);

        Assert.Equal(["When"], schema.Select(column => column.Name));
        Assert.Equal(Vectors(transformer, Dates), Vectors(loaded, Dates));
    }

    [Fact]
    public void Load_InAFreshProcess_NeedsNoRegistration()
    {
        IDataView rows = Rows(Dates);
        DateFeaturesTransformer transformer = Fit(Dates);
        _context.Model.Save(transformer, rows.Schema, _file);

        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(FreshProcess).Assembly.Location, _file, "1.4.2024 06:00", "soon"]) { RedirectStandardOutput = true })!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(Vectors(transformer, "1.4.2024 06:00", "soon").Select(FreshProcess.Show), printed.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Fit_ColumnOfAnotherType_NamesItAndItsType()
    {
        IDataView rows = _context.Data.LoadFromEnumerable(new[] { new DateVectorRow { Date = [1] } });
        string message = Assert.ThrowsAny<ArgumentException>(() => _context.Transforms.DateFeatures("Out", "Date").Fit(rows)).Message;
        Assert.Contains("'Date'", message, StringComparison.Ordinal);
        Assert.Contains("text", message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Fit_ColumnThatIsMissing_NamesIt() =>
        Assert.Contains("'Whne'", Assert.ThrowsAny<ArgumentException>(() => _context.Transforms.DateFeatures("Out", "Whne").Fit(Rows("2024-03-31"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_RowThatIsNoDate_NamesTheRow() =>
        Assert.StartsWith("Row 2 of the column 'When' holds 'soon'", Assert.Throws<InvalidDataException>(() => Fit("2024-03-31", "soon")).Message, StringComparison.Ordinal);
}
