using System.Text;
using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Reports;

/// <summary>Renders reports as Markdown (GitHub's, for the tables).</summary>
internal static partial class MarkdownText
{
    /// <param name="document">The report.</param>
    /// <param name="pictures">The folder in which the pictures of charts lie, as seen from the Markdown; null where there are none, and charts are described.</param>
    public static string Of(ReportDocument document, string? pictures)
    {
        var text = new StringBuilder();
        text.Append($"# {Escape(document.Title)}\n\n{Escape(document.Lead)}\n");
        if (document.KeyFigures.Count > 0)
            text.Append('\n').AppendJoin('\n', document.KeyFigures.Select(figure => $"- {Escape(figure.Title)}: **{Escape(figure.Value)}**, {Escape(figure.Remark)}")).Append('\n');
        foreach (ReportSection section in document.Sections)
        {
            text.Append($"\n## {Escape(section.Title)}\n");
            foreach (ReportBlock block in section.Blocks)
                text.Append('\n').Append(Of(block, pictures));
        }
        return text.ToString();
    }

    private static string Of(ReportBlock block, string? pictures) => block switch
    {
        ReportBlock.Words words => $"{Escape(words.Text)}\n",
        ReportBlock.Heading heading => $"### {Escape(heading.Text)}\n",
        ReportBlock.Facts facts => string.Concat(facts.Values.Select(fact => $"- {Escape(fact.Name)}: {Escape(fact.Value)}\n")),
        ReportBlock.Table table => $"{Escape(table.Caption)}:\n\n{Table(table.Columns, table.Rows)}",
        ReportBlock.Chart chart when pictures is null => $"*{Escape(chart.Picture.Title)}*: {Escape(chart.Picture.Description)}\n",
        ReportBlock.Chart chart => $"![{Escape(chart.Picture.Description)}]({pictures}/{chart.Picture.Name}.png)\n\n*{Escape(chart.Picture.Title)}*\n",
        ReportBlock.Code code => Code(code),
        ReportBlock.Confusion confusion => Confusion(confusion.Matrix),
        ReportBlock.Pictures shown => string.Concat(shown.Examples.Images.Select(image => $"- Row {image.Row}: {Escape(image.Actual)}, taken for {Escape(image.Predicted)}{(double.IsFinite(image.Probability) ? $", {Figure.Share(image.Probability)} sure" : "")}\n")),
        ReportBlock.Threshold threshold => Threshold(threshold.Evaluation),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no Markdown.", nameof(block)),
    };

    private static string Code(ReportBlock.Code code)
    {
        // A fence must be longer than any within.
        string fence = new('`', Math.Max(3, Fences().Matches(code.Text).Select(match => match.Length + 1).DefaultIfEmpty(3).Max()));
        return $"{Escape(code.Caption)}:\n\n{fence}{code.Language}\n{VisibleText.Clean(code.Text.TrimEnd('\n'))}\n{fence}\n";
    }

    private static string Confusion(ConfusionMatrix matrix) => $"Confusion matrix, true classes down, predicted classes across:\n\n{Table(
        ["", .. matrix.Classes.Select(TableColumn.Number)],
        [.. matrix.Classes.Select(TableCell[] (name, row) => [name, .. matrix.Counts[row].Select((count, column) => new TableCell(Figure.Count(count), row == column))])])}";

    private static string Threshold(BinaryEvaluation evaluation)
    {
        ThresholdFigures at = evaluation.AtThreshold;
        TableCell[][] rows = [[evaluation.PositiveClass, Figure.Count(at.TruePositives), Figure.Count(at.FalseNegatives)], [evaluation.NegativeClass, Figure.Count(at.FalsePositives), Figure.Count(at.TrueNegatives)]];
        return $"Confusion at the threshold {Figure.Show(at.Threshold)}, true classes down, called classes across:\n\n{Table(["", TableColumn.Number(evaluation.PositiveClass), TableColumn.Number(evaluation.NegativeClass)], rows)}";
    }

    private static string Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", columns.Select(column => Escape(column.Title))).Append(" |\n");
        text.Append('|').AppendJoin('|', columns.Select(column => column.IsNumber ? "---:" : "---")).Append("|\n");
        foreach (IReadOnlyList<TableCell> row in rows)
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.IsStrong && cell.Text.Length > 0 ? $"**{Escape(cell.Text)}**" : Escape(cell.Text))).Append(" |\n");
        return text.ToString();
    }

    // On one line, and nothing that came from data is taken for markup.
    private static string Escape(string text) => Markup().Replace(VisibleText.Clean(Breaks().Replace(text, " ")), @"\$0").Replace("&", "&amp;", StringComparison.Ordinal).Replace(@"\<", "&lt;", StringComparison.Ordinal).Replace(@"\>", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<>|#~]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex Breaks();

    [GeneratedRegex("`{3,}")]
    private static partial Regex Fences();
}
