namespace MLNet.LossExperiments.Reports;

/// <summary>Renders confusion matrices as tables: counts, shares of the true class, shares of the predicted class, in per cent. The shade goes with the share of the true class, or of the predicted one.</summary>
internal static class HtmlConfusion
{
    private const int Shades = 10;
    private const int LongestName = 48;

    public static Html Of(ConfusionMatrix matrix)
    {
        double[] rows = [.. matrix.Counts.Select(row => row.Sum())];
        double[] columns = [.. Enumerable.Range(0, matrix.Classes.Count).Select(column => matrix.Counts.Sum(row => row[column]))];
        double OfRow(int row, int column) => matrix.Counts[row][column] / rows[row];
        double OfColumn(int row, int column) => matrix.Counts[row][column] / columns[column];
        return Html.Of($"""
            {Table("Confusion matrix: rows of the data by true class (down) and predicted class (across)", matrix.Classes, (row, column) => Figure.Count(matrix.Counts[row][column]), OfRow)}
            <details><summary>By true class: of the rows of each class, the share that each class was predicted for, in %</summary>{Table("Confusion matrix, shares of the true class in %", matrix.Classes, (row, column) => Figure.HundredTimes(OfRow(row, column)), OfRow, true)}</details>
            <details><summary>By predicted class: of the rows that a class was predicted for, the share of each true class, in %</summary>{Table("Confusion matrix, shares of the predicted class in %", matrix.Classes, (row, column) => Figure.HundredTimes(OfColumn(row, column)), OfColumn, true)}</details>
            """);
    }

    /// <summary>The name of a class in such a table.</summary>
    public static Html Name(string text) => Html.Of($"<span>{ChartText.Of(text, LongestName)}</span>");

    private static Html Table(string caption, IReadOnlyList<string> classes, Func<int, int, string> text, Func<int, int, double> share, bool isFolded = false)
    {
        IEnumerable<Html> Cells(int row) => classes.Select((_, column) =>
        {
            double own = share(row, column);
            int shade = double.IsFinite(own) && own > 0 ? Math.Max(1, (int)Math.Round(own * Shades)) : 0;
            string value = own > 0 ? text(row, column) : double.IsFinite(own) ? "0" : Figure.None;
            return Html.Of($"<td class=\"{(row == column ? "right" : "wrong")} shade-{shade}\">{value}</td>");
        });
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="confusion">
            <caption{(isFolded ? Html.Of($" class=\"hidden\"") : Html.Empty)}><span>{caption}</span></caption>
            <thead><tr><th scope="col" class="corner"><span>actual ↓ predicted →</span></th>{classes.Select(name => Html.Of($"<th scope=\"col\">{Name(name)}</th>"))}</tr></thead>
            <tbody>{classes.Select((name, row) => Html.Of($"<tr><th scope=\"row\">{Name(name)}</th>{Cells(row)}</tr>\n"))}</tbody>
            </table></div>
            """);
    }
}
