using System.Globalization;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Repeating;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Makes the report on a model, from rows of a file.</summary>
internal sealed class ModelReport(LoadedModel model, TableSource source, ModelInputs inputs, int label, ImageColumns? image, ReportPlan plan, Screen screen, CancellationToken stop)
{
    private readonly LabeledScoring _scoring = new(model, source, inputs, label, screen, stop);
    private readonly List<string> _notes = [];

    private string Label => source.ColumnNames[label];

    private IReadOnlyList<int> Columns { get; } = inputs.Places;

    /// <summary>Reports on rows of which nobody knows what they served for before.</summary>
    /// <exception cref="CommandException">The rows do not serve.</exception>
    public EvaluationReport OfAllRows()
    {
        if (inputs.DescribeGuess() is { } guess)
            _notes.Add(guess);
        IReadOnlyList<ScoredRow> rows = _scoring.Run();
        TaskReading reading = TaskReading.Of(model, source, Label, rows, image);
        _notes.Add($"All rows of {source.Name} that have a label were measured on. If the model was trained on some of them, its predictions for others are worse than this.");
        return Build(rows, reading, $"all of {source.Name}", null, DataFacts.Of(source, Label, Columns, image, reading, rows, _scoring.Unlabeled, stop));
    }

    /// <summary>Reports on a run, measured on rows that were held out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="leftOut">The columns that could not be learned from, each with the reason.</param>
    public EvaluationReport OfRun(RunFacts run, IReadOnlyDictionary<string, string> leftOut)
    {
        (string set, Tables.TableRows held) = run.Division.HeldOut;
        IReadOnlyList<ScoredRow> rows = _scoring.Run(held.Rows.ToHashSet());
        TaskReading reading = TaskReading.Of(model, source, Label, rows, image);
        if (set == "validation")
            _notes.Add("There is no test set: the rows measured on are those that early stopping watched, and flatter the model a little.");
        else if (set == "training")
            _notes.Add("No rows were held out: the rows measured on are those that the model was trained on, and flatter it.");
        if (run.Division.Tables.Roles.Weight is { } weight)
            _notes.Add($"Training weighted rows by {weight}; here they count alike.");
        (string? csharp, string? obstacle) = TrainingProgram.Of(run.Request, run.Division, run.Columns.Features);
        if (obstacle is not null)
            _notes.Add(obstacle);
        return Build(rows, reading, set, run, DataFacts.Of(run.Division, leftOut, stop)) with { Reproduction = new Reproduction(run.CommandLine, csharp) };
    }

    private EvaluationReport Build(IReadOnlyList<ScoredRow> scored, TaskReading reading, string set, RunFacts? run, DataSummary data)
    {
        IReadOnlyList<ScoredRow> rows = reading.Classes.Count == 0 ? scored : [.. scored.Where(row => reading.ClassOf(row) >= 0)];
        if (rows.Count < scored.Count)
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"{scored.Count - rows.Count:N0} rows are of classes that the model does not know, and are left out."));
        EvaluationOptions options = ReportPlan.OptionsFor(rows.Count);
        TaskEvaluation evaluation = screen.WorkProgress().Watch(new Work("finding intervals", "resamples", options.Bootstrap.Resamples),
            note => reading.Evaluate(rows, set, options with { ResampleTaken = taken => note(taken), CancellationToken = stop }));
        var importance = new ColumnImportance(source, Columns, image is not null, reading, _scoring, plan, screen, stop);
        ScoredRow[] sample = [];
        if (importance.FindObstacle(rows.Count) is { } obstacle)
            _notes.Add(obstacle);
        else
            sample = importance.Draw(rows);
        IReadOnlyDictionary<int, RowCells> cells = RowCells.Read(source, sample.Select(row => row.Number).Concat(RowDetails.RowsIn(evaluation)).ToHashSet(), stop);
        IReadOnlyList<MLNet.LossExperiments.Models.FittedMember> members = Predictor.In(model.Transformer)?.Members ?? [];
        ModelSummary summary = ModelFacts.Of(model, run);
        string by = summary.Loss is { } loss ? $"learned with {loss.Name}" : $"predicted by {summary.Architecture}";
        return new EvaluationReport
        {
            Title = $"{Label} of {data.Name}, {by}",
            Created = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Data = data,
            Model = summary,
            LearningCurves = [.. members.Select((member, i) => LearningCurve.Of($"network {i + 1}", member.History))],
            ValidationGap = run is not null && members.Count > 0 ? ValidationGap.Of(members[0].History, run.HasTrainingMode) : null,
            Evaluations = [RowDetails.Add(evaluation, source, Columns, image, cells)],
            Importance = sample.Length > 1 ? importance.Measure([.. sample.Select(row => cells[row.Number])]) : null,
            Notes = _notes,
        };
    }
}
