using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>From the columns of a file to predictions: fitted, measured, saved.</summary>
internal sealed class FittedPipeline
{
    private readonly MLContext _ml;
    private readonly LearningTask _task;
    private readonly string _label;
    private readonly ITransformer _preparation;
    private readonly ITransformer _model;
    private readonly DataViewSchema _inputs;

    private FittedPipeline(MLContext ml, LearningTask task, string label, ITransformer preparation, TrainedNetwork trained, ITransformer model, DataViewSchema inputs, ModelReading reading)
    {
        _ml = ml;
        _task = task;
        _label = label;
        _preparation = preparation;
        Trained = trained;
        _model = model;
        _inputs = inputs;
        Reading = reading;
    }

    public TrainedNetwork Trained { get; }

    /// <summary>How the rows were read.</summary>
    public ModelReading Reading { get; }

    /// <summary>Fits everything to the training rows; the validation rows only end it early.</summary>
    /// <param name="ml">ML.NET.</param>
    /// <param name="task">What is learned.</param>
    /// <param name="sets">The rows.</param>
    /// <param name="roles">The label and the weight.</param>
    /// <param name="columns">The columns to learn from.</param>
    /// <param name="options">The trainer's options, but for the names of columns.</param>
    /// <param name="given">What the user says of how the rows are written.</param>
    public static FittedPipeline Fit(
        MLContext ml, LearningTask task, DataSets sets, ColumnRoles roles, IReadOnlyList<Feature> columns, MlpOptions options, ReadingOptions given)
    {
        var training = new TableDataView(sets.Training, options.CancellationToken);
        var taken = training.Schema.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        string label = ColumnNames.Claim("Label", taken);
        string vector = ColumnNames.Claim("Features", taken);

        ITransformer labels = task.MapLabel(ml, sets.Training.Table[roles.Label], label).Fit(training);
        ITransformer features = FeaturePipeline.Create(ml, columns, vector, taken).Fit(training);
        var preparation = new TransformerChain<ITransformer>(labels, features);
        IDataView prepared = preparation.Transform(training);
        IDataView? validation = sets.Validation.Count == 0 ? null : preparation.Transform(new TableDataView(sets.Validation, options.CancellationToken));
        // Where it splits validation rows off itself, they are divided as all rows are.
        options = validation is null ? options with { GroupColumnName = roles.Group, TimeColumnName = roles.Time } : options;
        TrainedNetwork trained = task.Train(
            ml, options with { LabelColumnName = label, FeatureColumnName = vector, ExampleWeightColumnName = roles.Weight }, prepared, validation);

        // No label in the saved model: where there is one, nobody needs a prediction.
        ITransformer? names = task.MapPrediction(ml)?.Fit(trained.Transformer.Transform(prepared));
        ITransformer[] model = names is null ? [features, trained.Transformer] : [features, trained.Transformer, names];
        DataViewSchema inputs = TableDataView.SchemaOf(columns.Select(column => (column.Name, column.Kind)));
        return new FittedPipeline(ml, task, label, preparation, trained, new TransformerChain<ITransformer>(model), inputs, ModelReading.Of(given, sets.Training, roles, columns));
    }

    /// <summary>Measures predictions for rows that have labels.</summary>
    public TaskEvaluation Evaluate(TableRows rows, CancellationToken cancellation)
    {
        IDataView predictions = Trained.Transformer.Transform(_preparation.Transform(new TableDataView(rows, cancellation)));
        return _task.Evaluate(predictions, _label, ReportPlan.OptionsFor(rows.Count) with { CancellationToken = cancellation });
    }

    /// <summary>What turns columns into predictions, as it would be loaded.</summary>
    /// <param name="file">Its file, for messages.</param>
    public LoadedModel AsLoaded(string file) => LoadedModel.Of(file, _model, _inputs, Reading);

    /// <summary>Saves what turns columns into predictions, in the user's own values, for ML.NET to load.</summary>
    public void Save(Stream stream) => ModelArchive.Save(_ml, _model, _inputs, Reading, stream);
}
