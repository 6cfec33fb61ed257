using Microsoft.ML;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Goes through the rows of a file in order.</summary>
internal sealed class FileCursor(DataViewSchema schema, RowReader rows, IReadOnlyList<FileColumn> columns, IEnumerable<DataViewSchema.Column> active, CancellationToken cancellation)
    : ForwardCursor(schema, active, cancellation)
{
    protected override bool HasRow(long position) => rows.Read();

    protected override Delegate GetterOf(int column) => columns[column].GetterOf(rows);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rows.Dispose();
        base.Dispose(disposing);
    }
}
