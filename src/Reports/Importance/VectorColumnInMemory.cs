using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports;

/// <summary>The values of a column of vectors. Who reads one may write into its memory, so everyone gets a copy.</summary>
/// <param name="cursor">Where they are read.</param>
/// <param name="column">The column.</param>
internal sealed class VectorColumnInMemory<T>(DataViewRow cursor, DataViewSchema.Column column) : ColumnInMemory<VBuffer<T>>(cursor, column)
{
    protected override void Give(VBuffer<T> own, ref VBuffer<T> value) => own.CopyTo(ref value);
}
