using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>The columns that a regression model adds: Score, and where there are any, ScoreVariance and Quantiles.</summary>
/// <param name="TargetCount">The number of targets; null where the label is a vector whose length is not known yet.</param>
/// <param name="HasVariance">Whether there is a ScoreVariance.</param>
/// <param name="QuantileLevels">The levels of the quantiles; empty for none.</param>
internal sealed record RegressionColumns(int? TargetCount, bool HasVariance, IReadOnlyList<double> QuantileLevels)
{
    public const string ScoreVariance = "ScoreVariance";
    public const string Quantiles = "Quantiles";

    private bool IsScalar => TargetCount == 1;

    /// <summary>The columns as an estimator promises them.</summary>
    public SchemaShape.Column[] Shapes()
    {
        SchemaShape.Column.VectorKind kind = IsScalar ? SchemaShape.Column.VectorKind.Scalar : SchemaShape.Column.VectorKind.Vector;
        var plain = new SchemaShape(AnnotationUtils.GetTrainerOutputAnnotation());
        var columns = new List<SchemaShape.Column> { new(DefaultColumnNames.Score, kind, NumberDataViewType.Single, false, plain) };
        if (HasVariance)
            columns.Add(new(ScoreVariance, kind, NumberDataViewType.Single, false, plain));
        if (QuantileLevels.Count > 0)
        {
            SchemaShape.Column slotNames = new(AnnotationUtils.Kinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, false);
            columns.Add(new(Quantiles, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, new SchemaShape(AnnotationUtils.GetTrainerOutputAnnotation().Append(slotNames))));
        }
        return [.. columns];
    }

    /// <summary>The columns as a model gives them.</summary>
    public DataViewSchema Schema()
    {
        DataViewType type = IsScalar ? NumberDataViewType.Single : new VectorDataViewType(NumberDataViewType.Single, TargetCount!.Value);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(DefaultColumnNames.Score, type, Annotations(AnnotationUtils.Const.ScoreValueKind.Score).ToAnnotations());
        if (HasVariance)
            builder.AddColumn(ScoreVariance, type, Annotations(ScoreVariance).ToAnnotations());
        if (QuantileLevels.Count > 0)
        {
            DataViewSchema.Annotations.Builder annotations = Annotations(Quantiles);
            ReadOnlyMemory<char>[] names = [.. SlotNames().Select(name => name.AsMemory())];
            annotations.AddSlotNames(names.Length, (ref VBuffer<ReadOnlyMemory<char>> value) => value = new VBuffer<ReadOnlyMemory<char>>(names.Length, names));
            builder.AddColumn(Quantiles, new VectorDataViewType(NumberDataViewType.Single, names.Length), annotations.ToAnnotations());
        }
        return builder.ToSchema();
    }

    // The level, or with several targets the number of the target from 0 before it.
    private IEnumerable<string> SlotNames() =>
        from target in Enumerable.Range(0, TargetCount!.Value)
        from level in QuantileLevels
        let name = level.ToString(CultureInfo.InvariantCulture)
        select IsScalar ? name : string.Create(CultureInfo.InvariantCulture, $"{target}:{name}");

    private string Kind => IsScalar ? AnnotationUtils.Const.ScoreColumnKind.Regression : AnnotationUtils.Const.ScoreColumnKind.MultiOutputRegression;

    private DataViewSchema.Annotations.Builder Annotations(string valueKind)
    {
        string kind = Kind;
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add(AnnotationUtils.Kinds.ScoreColumnKind, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = kind.AsMemory());
        builder.Add(AnnotationUtils.Kinds.ScoreValueKind, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = valueKind.AsMemory());
        return builder;
    }
}
