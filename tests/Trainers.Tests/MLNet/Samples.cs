using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Tests.MLNet;

/// <summary>Small data sets as ML.NET sees them.</summary>
internal static class Samples
{
    /// <summary>The file in data/, with all columns before the last as Features and the last as <paramref name="label"/>.</summary>
    public static IDataView Load(MLContext context, string file, string label, DataKind kind, int features) => context.Data.LoadFromTextFile(
        Path.Combine(AppContext.BaseDirectory, "data", file),
        [new TextLoader.Column("Features", DataKind.Single, 0, features - 1), new TextLoader.Column(label, kind, features)],
        separatorChar: ',', hasHeader: true);

    public static IDataView Boston(MLContext context) => Load(context, "boston.csv", "Label", DataKind.Single, 13);

    public static IDataView Xor(MLContext context) => Load(context, "xor.csv", "Label", DataKind.Boolean, 2);

    public static IDataView Digits(MLContext context) => Load(context, "digits.csv", "Digit", DataKind.String, 64);

    public static IDataView BreastCancer(MLContext context)
    {
        IDataView text = Load(context, "breast-cancer.csv", "Diagnosis", DataKind.String, 30);
        return context.Transforms.Conversion.MapValue("Label", new Dictionary<string, bool> { ["malignant"] = true, ["benign"] = false }, "Diagnosis").Fit(text).Transform(text);
    }

    /// <summary>Three blobs on a line, told apart by x; the label is a key with the values red, green and blue.</summary>
    public static IDataView Colours(MLContext context, int rows = 300)
    {
        string[] names = ["red", "green", "blue"];
        IDataView view = context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(i => new ColourRow { Features = [i % 3 + 0.3f * MathF.Sin(i), MathF.Cos(i)], Colour = names[i % 3] }));
        return context.Transforms.Conversion.MapValueToKey("Label", "Colour").Fit(view).Transform(view);
    }

    /// <summary>y = 2·x₀ − x₁ + 1, without noise.</summary>
    public static IEnumerable<NumberRow> Plane(int rows) => Enumerable.Range(0, rows).Select(i =>
    {
        float a = MathF.Sin(i * 1.7f), b = MathF.Cos(i * 2.3f);
        return new NumberRow { Features = [a, b], Label = 2 * a - b + 1 };
    });

    public static float[] Scores(MLContext context, IDataView scored) => [.. context.Data.CreateEnumerable<ScoreRow>(scored, reuseRowObject: false).Select(row => row.Score)];
}
