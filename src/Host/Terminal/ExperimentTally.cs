using System.Globalization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Keeps count of a comparison: cells and epochs so far, the time left, and for each setting the mean of the criterion so far.</summary>
/// <param name="start">What is compared.</param>
/// <param name="elapsed">The time since it began.</param>
internal sealed class ExperimentTally(ExperimentStart start, Func<TimeSpan> elapsed)
{
    // Sooner there is too little to judge by.
    private const double LeastShare = 0.02;

    private readonly Dictionary<ExperimentSetting, List<ExperimentCell>> _cells =
        start.Settings.ToDictionary(setting => setting, setting => start.Finished.Where(cell => cell.Setting == setting).ToList());

    // By thread, of which each cohort has one: how many cells, and what share of their epochs they have behind them.
    private readonly Dictionary<int, (int Cells, double Share)> _running = [];

    public int Finished => _cells.Values.Sum(cells => cells.Count);

    public int Cells => start.Cells;

    public string Criterion => start.Criterion;

    /// <summary>For each setting how many cells are finished, how many of them failed, and the mean of the criterion over the others; NaN where there is none.</summary>
    public IEnumerable<(ExperimentSetting Setting, int Finished, int Failed, double Mean)> Rows =>
        from pair in _cells
        let values = pair.Value.Where(cell => cell.Metrics.ContainsKey(start.Criterion)).Select(cell => cell.Metrics[start.Criterion]).ToList()
        select (pair.Key, pair.Value.Count, pair.Value.Count(cell => cell.Failure is not null), values.Count == 0 ? double.NaN : values.Average());

    public void Add(ExperimentCell cell)
    {
        _cells[cell.Setting].Add(cell);
        int thread = Environment.CurrentManagedThreadId;
        if (_running.TryGetValue(thread, out (int Cells, double Share) cohort))
            _running[thread] = (Math.Max(0, cohort.Cells - 1), cohort.Share);
    }

    /// <summary>Counts epochs of cells that are being trained, on the thread that will tell of their end.</summary>
    public void Add(CohortProgress progress) => _running[Environment.CurrentManagedThreadId] = (progress.Cells, (double)progress.Epoch / progress.Epochs);

    /// <summary>A line such as <c>120 of 250 cells, about 3 s left</c>.</summary>
    public string Describe()
    {
        int trained = Finished - start.Finished.Count, open = Cells - start.Finished.Count;
        double done = trained + _running.Values.Sum(cohort => cohort.Cells * cohort.Share);
        string left = "";
        if (done >= LeastShare * open && Finished < Cells)
        {
            // Until many cells have ended, nobody knows how early they stop.
            string likely = trained * 10 < open ? "at most" : "about";
            TimeSpan time = elapsed() * Math.Max(0, (open - done) / done);
            // The end of the last epoch is not that of the work.
            left = time.TotalSeconds < 0.05 ? ", nearly done" : $", {likely} {Duration.Describe(time)} left";
        }
        return string.Create(CultureInfo.InvariantCulture, $"{Finished} of {Cells} cells{left}");
    }
}
