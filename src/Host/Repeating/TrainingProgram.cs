using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes the C# that trains the model of a run again.</summary>
internal static class TrainingProgram
{
    /// <param name="request">What was to be trained.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="features">The columns that it learned from.</param>
    /// <returns>The program or, where there can be none, null and the reason as a sentence.</returns>
    public static (string? Code, string? Obstacle) Of(TrainingRequest request, DividedRows rows, IReadOnlyList<Feature> features)
    {
        if (FindObstacle(request, rows) is { } obstacle)
            return (null, $"There is no C# for this run: {obstacle}");
        try
        {
            return (Write(request, rows, features), null);
        }
        catch (NotSupportedException e)
        {
            return (null, $"There is no C# for this run. {e.Message}");
        }
    }

    private static string? FindObstacle(TrainingRequest request, DividedRows rows)
    {
        string label = rows.Tables.Roles.Label;
        if (request.Data.Files.Any(file => file.Path == "-"))
            return "its rows came from standard input.";
        // Rows without a label are left out by 'data split', those of strange classes are not.
        bool hasStrangers = new[] { rows.Sets.Validation, rows.Sets.Test }.Any(set => set.Table != rows.Tables.Dataset && Enumerable.Range(0, set.Table.RowCount).Count(row => !set.Table[label].IsMissing(row)) > set.Count);
        return hasStrangers ? "a file has rows of classes that the dataset does not have." : null;
    }

    private static string Write(TrainingRequest request, DividedRows rows, IReadOnlyList<Feature> features)
    {
        LabeledTables tables = rows.Tables;
        var files = RowFiles.Of(request.Data, rows);
        var loading = new LoadingCode(tables, features, loadsMark: rows.Sets.Validation.Count == 0);
        var task = new TaskCode(rows.Task, loading.Columns, loading.Label);
        (IReadOnlyList<string> steps, string vector) = PreparationCode.Of(tables, features, loading.Columns.Append(task.Learned));
        MlpOptions options = rows.Task.Options with { Seed = rows.Seed, LabelColumnName = task.Learned, FeatureColumnName = vector, ExampleWeightColumnName = tables.Roles.Weight };
        options = rows.Sets.Validation.Count == 0 ? options with { GroupColumnName = tables.Roles.Group, TimeColumnName = tables.Roles.Time } : options;
        return ProgramCode.Of("Trains the model of the run again.", files, Statements(rows, files, loading, task, steps, options));
    }

    private static IEnumerable<string> Statements(DividedRows rows, RowFiles files, LoadingCode loading, TaskCode task, IReadOnlyList<string> steps, MlpOptions options)
    {
        string[] sets = [.. files.Sets.Select(set => set.Set)];
        yield return $"var mlContext = new MLContext(seed: {rows.Seed});";
        foreach (string names in loading.Names())
            yield return names;
        foreach ((string set, string file) in files.Sets)
            yield return $"IDataView {set} = Load({CSharpNames.Literal(file)});";
        if (task.LabelMapping is { } mapping)
        {
            yield return $"var labels = {mapping}.Fit(training);";
            string[] labeled = [.. sets.Select(set => $"labels.Transform({set})")];
            yield return sets.Length == 1 ? $"training = {labeled[0]};" : $"({string.Join(", ", sets)}) = ({string.Join(", ", labeled)});";
        }
        yield return "";
        yield return $"var preparation = {Chain(steps)}\n    .Fit(training);";
        string[] fitted = [.. sets.Where(set => set != "test").Select(set => $"preparation.Transform({set})")];
        if (options.TimeLimit is not null)
            yield return "// Ended by the clock, training may end after another epoch than in the run.";
        yield return $"var network = mlContext.{task.Catalog}.Trainers.Mlp({RecordCode.Of(options, $"new {options.GetType().Name}")}).Fit({string.Join(", ", fitted)});";
        yield return "";
        (string measured, TableRows held) = rows.HeldOut;
        yield return $"IDataView predictions = network.Transform(preparation.Transform({measured}));";
        if (CanEvaluate(rows, held))
            yield return task.Evaluation(measured);
        if (task.PredictionMapping is { } classes)
            yield return $"var classes = {classes}.Fit(predictions);";
        yield return $"var model = preparation.Append(network){(task.PredictionMapping is null ? "" : ".Append(classes)")};";
        yield return "mlContext.Model.Save(model, training.Schema, \"model.zip\");";
        yield return "";
        yield return loading.Functions();
    }

    // ML.NET's evaluator of two classes refuses rows of one.
    private static bool CanEvaluate(DividedRows rows, TableRows held)
    {
        Column label = held.Table[rows.Tables.Roles.Label];
        return rows.Task.PositiveClass is null || held.Rows.Select(label.TextOf).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    /// <summary>Estimators one after the other, each on a line.</summary>
    public static string Chain(IReadOnlyList<string> steps) =>
        string.Concat(steps.Select((step, i) => (i == 0 ? step : $"\n.Append({step})").Replace("\n", "\n    ", StringComparison.Ordinal)));
}
