using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Goes through rows in memory, one of whose columns has the values of other rows.</summary>
/// <param name="rows">The rows.</param>
/// <param name="dealt">The column; null for none.</param>
/// <param name="sources">For each row the one whose value it has.</param>
internal sealed class DealtRows(IReadOnlyList<RowCells> rows, int? dealt, IReadOnlyList<RowCells> sources) : RowReader(CellFormat.Usual)
{
    private int _row = -1;

    public override int Place => rows[_row].Place;

    public override bool Read() => ++_row < rows.Count;

    public override string TextOf(int column) => CellsOf(column).Texts[column];

    public override bool IsMissing(int column) => CellsOf(column).AreMissing[column];

    public override bool TryReadNumber(int column, out float number)
    {
        number = CellsOf(column).Numbers[column] ?? float.NaN;
        return CellsOf(column).Numbers[column] is not null;
    }

    protected override void Dispose(bool isDisposing)
    {
    }

    private RowCells CellsOf(int column) => column == dealt ? sources[_row] : rows[_row];
}
