using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes the C# that compares the losses of a comparison again.</summary>
internal static class ComparisonProgram
{
    /// <param name="request">What was to be compared.</param>
    /// <param name="outcome">What came of it.</param>
    /// <returns>The program or, where there can be none, null and the reason as a sentence.</returns>
    public static (string? Code, string? Obstacle) Of(ComparisonRequest request, ComparisonOutcome outcome)
    {
        if (request.Data.Dataset == "-")
            return (null, "There is no C# for this comparison: its rows came from standard input.");
        try
        {
            return (Write(request, outcome), null);
        }
        catch (NotSupportedException e)
        {
            return (null, $"There is no C# for this comparison. {e.Message}");
        }
    }

    private static string Write(ComparisonRequest request, ComparisonOutcome outcome)
    {
        LabeledTables tables = outcome.Tables;
        var files = RowFiles.Of(request.Data, tables, isRegression: outcome.Task.Classes.Count == 0);
        var loading = new LoadingCode(tables, outcome.Columns.Features, loadsMark: true);
        var task = new TaskCode(outcome.Task, loading.Columns, loading.Label);
        (IReadOnlyList<string> steps, string vector) = PreparationCode.Of(tables, outcome.Columns.Features, loading.Columns.Append(task.Learned));
        LossExperiment experiment = outcome.Experiment.WithTrainer(
            outcome.Experiment.TrainerOptions with { LabelColumnName = task.Learned, FeatureColumnName = vector, ExampleWeightColumnName = tables.Roles.Weight }) with
        { RefitsBest = true };
        return ProgramCode.Of("Compares the losses again.", files, Statements(outcome, files, loading, task, steps, experiment));
    }

    private static IEnumerable<string> Statements(ComparisonOutcome outcome, RowFiles files, LoadingCode loading, TaskCode task, IReadOnlyList<string> steps, LossExperiment experiment)
    {
        yield return $"var mlContext = new MLContext(seed: {experiment.Seeds[0]});";
        foreach (string names in loading.Names())
            yield return names;
        yield return $"IDataView data = Load({CSharpNames.Literal(files.Sets[0].File)});";
        if (task.LabelMapping is { } mapping)
            yield return $"data = {mapping}.Fit(data).Transform(data);";
        yield return "";
        yield return $"var preparation = {TrainingProgram.Chain(steps)};";
        string options = RecordCode.Of(experiment, $"new {experiment.GetType().Name}", "Preprocessing = preparation");
        yield return $"var result = mlContext.{task.Catalog}.CompareLosses(data, {options});";
        yield return "";
        yield return "foreach (SettingSummary setting in result.Comparison.Settings)";
        bool isOfLossesAlone = experiment.LearningRates.Count < 2 && experiment.Architectures.Count < 2;
        string criterion = outcome.Comparison.Criterion;
        yield return $"    Console.WriteLine($\"{{setting.Setting{(isOfLossesAlone ? ".Loss" : "")}}}: {criterion} {{setting.Metrics.GetValueOrDefault({CSharpNames.Literal(criterion)})?.Mean}}\");";
        yield return "if (result.Model is not null)";
        yield return "    mlContext.Model.Save(result.Model, data.Schema, \"model.zip\");";
        yield return "";
        yield return loading.Functions();
    }
}
