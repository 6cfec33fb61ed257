namespace MLNet.LossExperiments.Reports;

/// <summary>Renders tables. Wide ones scroll within their own box, which the keyboard reaches, too.</summary>
internal static class HtmlTables
{
    private const int LongText = 36;
    private const int LongestText = 240;

    public static Html Of(ReportBlock.Table table)
    {
        // The first column names its row.
        Html Cell(TableCell cell, int column) => column == 0
            ? Html.Of($"<th scope=\"row\"{Class(table.Columns[0], cell)}>{ChartText.Of(cell.Text, LongestText)}</th>")
            : Html.Of($"<td{Class(table.Columns[column], cell)}>{ChartText.Of(cell.Text, LongestText)}</td>");
        Html body = Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{table.Caption}"><table>
            <caption{(table.IsFolded ? Html.Of($" class=\"hidden\"") : Html.Empty)}><span>{table.Caption}</span></caption>
            <thead><tr>{table.Columns.Select(column => Html.Of($"<th scope=\"col\"{Class(column, default)}>{column.Title}</th>"))}</tr></thead>
            <tbody>{table.Rows.Select(row => Html.Of($"<tr>{row.Select(Cell)}</tr>\n"))}</tbody>
            </table></div>
            """);
        return table.IsFolded ? Html.Of($"<details><summary>{table.Caption}</summary>{body}</details>") : body;
    }

    // Sentences need room, lest they make their rows tall on a phone.
    private static Html Class(TableColumn column, TableCell cell) => (column.IsNumber, cell.IsStrong) switch
    {
        (false, false) when cell.Text?.Length > LongText => Html.Of($" class=\"long\""),
        (true, true) => Html.Of($" class=\"number strong\""),
        (true, false) => Html.Of($" class=\"number\""),
        (false, true) => Html.Of($" class=\"strong\""),
        _ => Html.Empty,
    };
}
