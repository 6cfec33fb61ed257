using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>Rows to fit to, with the columns that play a role in it.</summary>
internal sealed class FitRows
{
    private readonly RoleMappedData _data;

    internal FitRows(RoleMappedData data) => _data = data;

    public IDataView Data => _data.Data;

    /// <summary>A vector of <see cref="float"/> of known size, dense or sparse.</summary>
    public DataViewSchema.Column Features => _data.Schema.Feature!.Value;

    public DataViewSchema.Column Label => _data.Schema.Label!.Value;

    public DataViewSchema.Column? Weight => _data.Schema.Weight;

    public int FeatureCount => ((VectorDataViewType)Features.Type).Size;

    /// <summary>The slot names of a vector label, empty where it has none; null where the label is a number.</summary>
    public IReadOnlyList<string>? LabelSlotNames
    {
        get
        {
            if (Label.Type is not VectorDataViewType vector)
                return null;
            if (!Label.HasSlotNames(vector.Size))
                return [];
            VBuffer<ReadOnlyMemory<char>> names = default;
            Label.GetSlotNames(ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }
    }

    /// <summary>The names of the classes of a key label, as texts; null where it has none.</summary>
    public IReadOnlyList<string>? LabelNames
    {
        get
        {
            if (Label.Type is not KeyDataViewType || Label.Annotations.Schema.GetColumnOrNull(AnnotationUtils.Kinds.KeyValues)?.Type is not VectorDataViewType { ItemType: TextDataViewType })
                return null;
            VBuffer<ReadOnlyMemory<char>> names = default;
            Label.GetKeyValues(ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }
    }

    /// <summary>Reads a scalar label as a number: false and true as 0 and 1, a key as its place from 0, what is missing as NaN.</summary>
    public ValueGetter<float> GetScalarLabel(DataViewRow row) => RowCursorUtils.GetLabelGetter(row, Label.Index);
}
