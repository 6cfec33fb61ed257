using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Measures what predictions owe to each column of a file, through the whole model.</summary>
internal sealed class ColumnImportance(TableSource source, IReadOnlyList<int> columns, bool isImages, TaskReading reading, LabeledScoring scoring, ReportPlan plan, Screen screen, CancellationToken stop)
{
    private const int MostColumns = 200;
    private const int Seed = 1;

    /// <summary>Why it is not measured, as a sentence; null where it is.</summary>
    public string? FindObstacle(int rows)
    {
        if (isImages)
            return "The importance of single pixels is not measured.";
        if (columns.Count is 0 or > MostColumns)
            return string.Create(CultureInfo.InvariantCulture, $"The importance of columns is not measured where there are more than {MostColumns}.");
        long values = (long)Math.Min(rows, plan.ImportanceRows) * columns.Count * columns.Count * plan.Repeats;
        return values > plan.MostValues ? "The importance of columns is not measured here, as it would take long: mlnet-loss report measures it." : null;
    }

    /// <summary>Draws the rows that it is measured on.</summary>
    public ScoredRow[] Draw(IReadOnlyList<ScoredRow> rows)
    {
        ScoredRow[] usable = [.. rows.Where(row => row.Scores.All(float.IsFinite))];
        if (usable.Length > plan.ImportanceRows)
            new Random(Seed).Shuffle(usable);
        return [.. usable.Take(plan.ImportanceRows).OrderBy(row => row.Number)];
    }

    /// <summary>Measures.</summary>
    public PermutationImportance Measure(IReadOnlyList<RowCells> sample)
    {
        var options = new ImportanceOptions { Metric = reading.CostName, IsRoot = reading.IsRoot, Repeats = plan.Repeats, MostRows = plan.ImportanceRows };
        int dealings = columns.Count * plan.Repeats, done = 0;
        return screen.WorkProgress().Watch(new Work("measuring importance", "dealings", dealings), note =>
            PermutationImportance.Of([.. columns.Select(column => source.ColumnNames[column])], sample.Count, (feature, rows, sources) =>
            {
                stop.ThrowIfCancellationRequested();
                RowCells[] own = [.. rows.Select(row => sample[row])], others = [.. sources.Select(row => sample[row])];
                IReadOnlyList<double> costs = reading.Costs(scoring.Score(() => new DealtRows(own, feature is { } dealt ? columns[dealt] : null, others)));
                note(feature is null ? 0 : ++done);
                return costs;
            }, options));
    }
}
