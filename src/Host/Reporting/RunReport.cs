using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Makes the report on a run.</summary>
internal static class RunReport
{
    /// <param name="run">The run.</param>
    /// <param name="model">Its model.</param>
    /// <param name="leftOut">The columns that could not be learned from, each with the reason.</param>
    /// <param name="plan">How much work it is worth.</param>
    /// <param name="screen">The user.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">The rows do not serve.</exception>
    public static EvaluationReport Of(RunFacts run, LoadedModel model, IReadOnlyDictionary<string, string> leftOut, ReportPlan plan, Screen screen, CancellationToken stop)
    {
        TableSource source = run.Division.HeldOut.Rows.Table.Source;
        LabeledTables tables = run.Division.Tables;
        int label = source.Find(tables.Roles.Label);
        return new ModelReport(model, source, new ModelInputs(model, source, [], [label]), label, tables.Image?.In(source, tables.Dataset.Source), plan, screen, stop).OfRun(run, leftOut);
    }
}
