using System.Globalization;

namespace MLNet.LossExperiments.Reports.Tests.Samples;

/// <summary>One of the data sets of the repository.</summary>
/// <param name="Names">The columns, the label last.</param>
/// <param name="Rows">The values.</param>
internal sealed record SampleTable(string[] Names, string[][] Rows)
{
    public static SampleTable Of(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", name));
        return new SampleTable(lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }

    public string[] FeatureNames => Names[..^1];

    public string Label => Names[^1];

    /// <summary>Every fifth row is for the test.</summary>
    public int[] TestRows => [.. Enumerable.Range(0, Rows.Length).Where(row => row % 5 == 2)];

    public int[] TrainingRows => [.. Enumerable.Range(0, Rows.Length).Where(row => row % 5 != 2)];

    public float[] FeaturesOf(int row) => [.. Rows[row][..^1].Select(Number)];

    public string LabelOf(int row) => Rows[row][^1];

    public static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    public DataSummary Summarise(string name, LabelDistribution labels, bool isClasses) => new()
    {
        Name = name,
        Label = Label,
        Rows = Rows.Length,
        Columns = [.. Names.Select((column, i) => new ColumnSummary(
            column,
            i == Names.Length - 1 ? "label" : "feature",
            i == Names.Length - 1 && isClasses ? "category" : "number",
            0,
            Rows.Select(row => row[i]).Distinct().Count(),
            i == Names.Length - 1 && isClasses ? null : NumberSummary.Of(Rows.Select(row => (double)Number(row[i])))))],
        Split = [new SplitPart("training", TrainingRows.Length), new SplitPart("test", TestRows.Length)],
        SplitMethod = "every fifth row to test",
        LabelDistribution = labels,
    };
}
