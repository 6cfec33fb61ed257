using Microsoft.ML;

namespace MLNet.LossExperiments.Reports;

/// <summary>What predictions owe to each feature: how much worse they get when its values are dealt to other rows at random (Breiman 2001).</summary>
/// <param name="Metric">The name of what gets worse, for people: RMSE, log-loss, error rate. Lower is better.</param>
/// <param name="Baseline">Its value with nothing dealt.</param>
/// <param name="Rows">The number of rows measured on.</param>
/// <param name="Repeats">How often each feature was dealt anew.</param>
/// <param name="Seed">The seed of the dealing, and of the intervals.</param>
/// <param name="Features">The features, the most important first.</param>
public sealed record PermutationImportance(string Metric, double Baseline, int Rows, int Repeats, long Seed, IReadOnlyList<FeatureImportance> Features)
{
    /// <summary>Measures importance by whatever can score rows with one feature's values taken from others.</summary>
    /// <param name="features">The names of the features.</param>
    /// <param name="rowCount">The number of rows that there are; of more than the options allow, a sample is measured.</param>
    /// <param name="costs">Gives the cost of each row.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The importance of each feature.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, there is no row, or there are not as many costs as rows.</exception>
    public static PermutationImportance Of(IReadOnlyList<string> features, int rowCount, PermutedCosts costs, ImportanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(costs);
        options ??= new ImportanceOptions();
        options.Check(rowCount);
        int[] rows = RowSample.Of(rowCount, options.MostRows, options.Bootstrap.Seed);
        double[]? weights = options.Weights is { } all ? [.. rows.Select(row => (double)all[row])] : null;
        double[] baseline = Checked(costs(null, rows, rows), rows.Length);
        var dealt = new ImportanceFigures(weights, baseline, options.IsRoot);
        for (int feature = 0; feature < features.Count; feature++)
        {
            for (int repeat = 0; repeat < options.Repeats; repeat++)
                dealt.Add(feature, Checked(costs(feature, rows, Dealt(rows, options, feature * options.Repeats + repeat)), rows.Length));
        }
        return new PermutationImportance(options.Metric, dealt.Baseline, rows.Length, options.Repeats, options.Bootstrap.Seed, dealt.Measure(features, options.Bootstrap));
    }

    /// <summary>Measures the importance of columns of the data that go into a model or a whole pipeline.</summary>
    /// <param name="data">Rows that the model has not seen, with all that it takes.</param>
    /// <param name="model">The model.</param>
    /// <param name="columns">The columns whose importance is asked for.</param>
    /// <param name="costs">Gives the cost of each row of what the model made of the data: <see cref="RowCosts"/> has the usual ones.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The importance of each column.</returns>
    /// <exception cref="ArgumentException">A column is not in the data, an option is out of its range, or there is no row.</exception>
    public static PermutationImportance Of(IDataView data, ITransformer model, IReadOnlyList<string> columns, Func<IDataView, IReadOnlyList<double>> costs, ImportanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(costs);
        int[] places = [.. columns.Select(name => data.Schema.GetColumnOrNull(name)?.Index ?? throw new ArgumentException($"There is no column '{name}' in the data.", nameof(columns)))];
        var memory = RowsInMemory.Read(data);
        return Of(columns, memory.RowCount, (feature, rows, sources) => costs(model.Transform(memory.Pick(rows, feature is { } dealt ? places[dealt] : null, sources))), options);
    }

    private static double[] Checked(IReadOnlyList<double> costs, int rows) =>
        costs.Count == rows ? [.. costs] : throw new ArgumentException($"{rows} rows were to be scored, but there are {costs.Count} costs.", nameof(costs));

    private static int[] Dealt(int[] rows, ImportanceOptions options, int stream)
    {
        // Far from the streams of resamples, which count up.
        var random = new RandomStream(options.Bootstrap.Seed, int.MinValue + stream);
        int[] dealt = [.. rows];
        for (int place = dealt.Length - 1; place > 0; place--)
        {
            int other = random.NextBelow(place + 1);
            (dealt[place], dealt[other]) = (dealt[other], dealt[place]);
        }
        return dealt;
    }
}
