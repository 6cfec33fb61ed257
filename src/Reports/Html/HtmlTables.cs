namespace MLNet.LossExperiments.Reports;

/// <summary>Renders tables. Wide ones scroll within their own box, which the keyboard reaches, too; on a phone, those with sentences are laid out row by row instead.</summary>
internal static class HtmlTables
{
    private const int LongText = 36;
    private const int LongName = 22;

    // Of more columns a row by itself is hard to read.
    private const int MostStacked = 7;

    // So many columns fit on paper; report.css hides the others there.
    private const int MostPrinted = 12;
    private const int LongestText = 240;

    public static Html Of(ReportBlock.Table table)
    {
        bool isStacked = IsStacked(table), isWide = table.Columns.Count > MostPrinted;
        // Laid out row by row, browsers take a table for none unless told.
        Html Role(string role) => isStacked ? Html.Of($" role=\"{role}\"") : Html.Empty;
        Html Title(int column) => isStacked ? Html.Of($" data-title=\"{table.Columns[column].Title}\"") : Html.Empty;
        // The first column names its row.
        Html Cell(TableCell cell, int column) => column == 0
            ? Html.Of($"<th scope=\"row\"{Role("rowheader")}{Class(table.Columns[0], cell, LongName)}>{ChartText.Of(cell.Text, LongestText)}</th>")
            : Html.Of($"<td{Role("cell")}{Title(column)}{Class(table.Columns[column], cell, LongText)}>{ChartText.Of(cell.Text, LongestText)}</td>");
        Html body = Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{table.Caption}"><table{(isStacked ? Html.Of($" class=\"stacked\" role=\"table\"") : isWide ? Html.Of($" class=\"wide\"") : Html.Empty)}>
            <caption{(table.IsFolded ? Html.Of($" class=\"hidden\"") : Html.Empty)}><span>{table.Caption}</span></caption>
            <thead{Role("rowgroup")}><tr{Role("row")}>{table.Columns.Select(column => Html.Of($"<th scope=\"col\"{Role("columnheader")}{Class(column, default, LongText)}>{column.Title}</th>"))}</tr></thead>
            <tbody{Role("rowgroup")}>{table.Rows.Select(row => Html.Of($"<tr{Role("row")}>{row.Select(Cell)}</tr>\n"))}</tbody>
            </table></div>{(isWide ? Html.Of($"<p class=\"printed\">{MostPrinted} of {table.Columns.Count} columns are printed; the page on screen has all.</p>") : Html.Empty)}
            """);
        return table.IsFolded ? Html.Of($"<details><summary>{table.Caption}</summary>{body}</details>") : body;
    }

    private static bool IsStacked(ReportBlock.Table table) =>
        table.Rows.Any(row => row[0].Text.Length > LongText || (table.Columns.Count <= MostStacked && row.Any(cell => cell.Text.Length > LongText)));

    // Sentences need room, lest they make their rows tall on a phone.
    private static Html Class(TableColumn column, TableCell cell, int most) => (column.IsNumber, cell.IsStrong) switch
    {
        (false, false) when cell.Text?.Length > most => Html.Of($" class=\"long\""),
        (true, true) => Html.Of($" class=\"number strong\""),
        (true, false) => Html.Of($" class=\"number\""),
        (false, true) => Html.Of($" class=\"strong\""),
        _ => Html.Empty,
    };
}
