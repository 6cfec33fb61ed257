using System.Diagnostics;
using System.Globalization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Keeps count of a comparison: cells and epochs so far, the time left, and for each setting the mean of the criterion so far.</summary>
internal sealed class ExperimentTally(ExperimentStart start)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Dictionary<ExperimentSetting, List<ExperimentCell>> _cells =
        start.Settings.ToDictionary(setting => setting, setting => start.Finished.Where(cell => cell.Setting == setting).ToList());

    public int Finished => _cells.Values.Sum(cells => cells.Count);

    public int Cells => start.Cells;

    public string Criterion => start.Criterion;

    /// <summary>For each setting how many cells are finished, how many of them failed, and the mean of the criterion over the others; NaN where there is none.</summary>
    public IEnumerable<(ExperimentSetting Setting, int Finished, int Failed, double Mean)> Rows =>
        from pair in _cells
        let values = pair.Value.Where(cell => cell.Metrics.ContainsKey(start.Criterion)).Select(cell => cell.Metrics[start.Criterion]).ToList()
        select (pair.Key, pair.Value.Count, pair.Value.Count(cell => cell.Failure is not null), values.Count == 0 ? double.NaN : values.Average());

    public void Add(ExperimentCell cell) => _cells[cell.Setting].Add(cell);

    /// <summary>A line such as <c>120 of 250 cells, about 3 s left</c>.</summary>
    public string Describe()
    {
        int trained = Finished - start.Finished.Count;
        // Cells come in cohorts: after the first few the time of one is no measure of the others'.
        string left = trained * 10 < Cells || Finished == Cells ? "" : $", about {Duration.Describe(Stopwatch.GetElapsedTime(_started) * ((double)(Cells - Finished) / trained))} left";
        return string.Create(CultureInfo.InvariantCulture, $"{Finished} of {Cells} cells{left}");
    }
}
