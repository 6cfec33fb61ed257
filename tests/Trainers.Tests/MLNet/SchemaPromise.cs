using System.Reflection;
using Microsoft.ML;

namespace MLNet.LossExperiments.Tests.MLNet;

/// <summary>What an estimator promises by GetOutputSchema must be what its transformer gives, annotations included.</summary>
internal static class SchemaPromise
{
    // ML.NET makes shapes of schemas itself when it checks pipelines, but keeps the method to itself.
    public static SchemaShape ShapeOf(DataViewSchema schema) =>
        (SchemaShape)typeof(SchemaShape).GetMethod("Create", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [schema])!;

    public static void AssertKept<T>(IEstimator<T> trainer, IDataView data)
        where T : class, ITransformer
    {
        string[] promised = [.. trainer.GetOutputSchema(ShapeOf(data.Schema)).Select(Describe).Order(StringComparer.Ordinal)];
        DataViewSchema given = trainer.Fit(data).Transform(data).Schema;
        string[] kept = [.. ShapeOf(given).Select(Describe).Order(StringComparer.Ordinal)];
        Assert.Equal(promised, kept);
        Assert.True(kept.Length > data.Schema.Count);
    }

    private static string Describe(SchemaShape.Column column) =>
        $"{column.Name}: {column.Kind} {column.ItemType} key={column.IsKey} [{string.Join("; ", column.Annotations.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $"{a.Name} {a.Kind} {a.ItemType}"))}]";
}
