using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>The columns that a regression model adds: Score, and where there are any, ScoreVariance and Quantiles.</summary>
/// <param name="IsVector">Whether the label is a vector, with a target in each slot.</param>
/// <param name="HasTargetNames">Whether its slots have names.</param>
/// <param name="HasVariance">Whether there is a ScoreVariance.</param>
/// <param name="QuantileLevels">The levels of the quantiles; empty for none.</param>
internal sealed record RegressionColumns(bool IsVector, bool HasTargetNames, bool HasVariance, IReadOnlyList<double> QuantileLevels)
{
    public const string ScoreVariance = "ScoreVariance";
    public const string Quantiles = "Quantiles";

    /// <summary>The columns as an estimator promises them.</summary>
    public SchemaShape.Column[] Shapes()
    {
        SchemaShape.Column slotNames = new(AnnotationUtils.Kinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, false);
        var plain = new SchemaShape(AnnotationUtils.GetTrainerOutputAnnotation());
        var named = new SchemaShape(AnnotationUtils.GetTrainerOutputAnnotation().Append(slotNames));
        SchemaShape.Column Shape(string name, bool isVector, SchemaShape annotations) =>
            new(name, isVector ? SchemaShape.Column.VectorKind.Vector : SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Single, false, annotations);

        var columns = new List<SchemaShape.Column> { Shape(DefaultColumnNames.Score, IsVector, HasTargetNames ? named : plain) };
        if (HasVariance)
            columns.Add(Shape(ScoreVariance, IsVector, HasTargetNames ? named : plain));
        if (QuantileLevels.Count > 0)
            columns.Add(Shape(Quantiles, true, named));
        return [.. columns];
    }

    /// <summary>The columns as a model gives them.</summary>
    /// <param name="targetCount">The number of targets.</param>
    /// <param name="targetNames">Their names; empty for none.</param>
    public DataViewSchema Schema(int targetCount, IReadOnlyList<string> targetNames)
    {
        var builder = new DataViewSchema.Builder();
        void Add(string name, string valueKind, int? size, IReadOnlyList<string> slotNames)
        {
            DataViewType type = size is int length ? new VectorDataViewType(NumberDataViewType.Single, length) : NumberDataViewType.Single;
            builder.AddColumn(name, type, Annotations(valueKind, slotNames));
        }

        int? size = IsVector ? targetCount : null;
        Add(DefaultColumnNames.Score, AnnotationUtils.Const.ScoreValueKind.Score, size, targetNames);
        if (HasVariance)
            Add(ScoreVariance, ScoreVariance, size, targetNames);
        if (QuantileLevels.Count > 0)
            Add(Quantiles, Quantiles, targetCount * QuantileLevels.Count, [.. QuantileNames(targetCount, targetNames)]);
        return builder.ToSchema();
    }

    // The level, or with several targets the name of the target, or its number from 0, before it.
    private IEnumerable<string> QuantileNames(int targetCount, IReadOnlyList<string> targetNames) =>
        from target in Enumerable.Range(0, targetCount)
        from level in QuantileLevels
        let name = level.ToString(CultureInfo.InvariantCulture)
        select !IsVector ? name : $"{(HasTargetNames ? targetNames[target] : target.ToString(CultureInfo.InvariantCulture))}:{name}";

    private DataViewSchema.Annotations Annotations(string valueKind, IReadOnlyList<string> slotNames)
    {
        string kind = IsVector ? AnnotationUtils.Const.ScoreColumnKind.MultiOutputRegression : AnnotationUtils.Const.ScoreColumnKind.Regression;
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add(AnnotationUtils.Kinds.ScoreColumnKind, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = kind.AsMemory());
        builder.Add(AnnotationUtils.Kinds.ScoreValueKind, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = valueKind.AsMemory());
        if (slotNames.Count > 0)
        {
            ReadOnlyMemory<char>[] names = [.. slotNames.Select(name => name.AsMemory())];
            builder.AddSlotNames(names.Length, (ref VBuffer<ReadOnlyMemory<char>> value) => value = new VBuffer<ReadOnlyMemory<char>>(names.Length, names));
        }
        return builder.ToAnnotations();
    }
}
