using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>A model of ML.NET that predicts numbers or classes, whoever trained it.</summary>
internal sealed class LoadedModel
{
    private const string ModelFile = "model.zip";

    private LoadedModel(string path, ITransformer transformer, DataViewSchema inputs, PredictionColumns outputs, IReadOnlyList<DataViewSchema.Column> needed, ModelReading? reading)
    {
        Path = path;
        Transformer = transformer;
        Inputs = inputs;
        Outputs = outputs;
        NeededInputs = needed;
        Reading = reading;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public ITransformer Transformer { get; }

    /// <summary>The columns that it was saved with; not all of them need be needed.</summary>
    public DataViewSchema Inputs { get; }

    /// <summary>The columns that predictions are made from.</summary>
    public IReadOnlyList<DataViewSchema.Column> NeededInputs { get; }

    /// <summary>What it predicts.</summary>
    public PredictionColumns Outputs { get; }

    /// <summary>How the training rows were read; null where the file does not say, as those of other programs.</summary>
    public ModelReading? Reading { get; }

    /// <summary>The columns that hold predictions.</summary>
    public IReadOnlyList<DataViewSchema.Column> Predictions => [.. Outputs.All(Transformer.GetOutputSchema(Inputs))];

    public ModelTask Task => Outputs.Task;

    /// <summary>Opens a model.</summary>
    /// <param name="ml">ML.NET.</param>
    /// <param name="path">The file, or the folder of a run that holds one.</param>
    /// <exception cref="CommandException">There is none, or it predicts nothing.</exception>
    public static LoadedModel Open(MLContext ml, string path)
    {
        string file = Locate(path);
        (ITransformer transformer, DataViewSchema inputs, ModelReading? reading) = Load(ml, file);
        return Of(file, transformer, inputs, reading);
    }

    /// <summary>Takes a model that is in memory.</summary>
    /// <param name="file">Its file, for messages.</param>
    /// <param name="transformer">The model.</param>
    /// <param name="inputs">The columns that it takes.</param>
    /// <param name="reading">How the training rows were read; null where nobody knows.</param>
    /// <exception cref="CommandException">It predicts nothing.</exception>
    public static LoadedModel Of(string file, ITransformer transformer, DataViewSchema inputs, ModelReading? reading)
    {
        if (!transformer.IsRowToRowMapper)
            throw CommandException.Failure($"{file} does not predict row by row, so it cannot be used here.");
        PredictionColumns outputs = PredictionColumns.Find(transformer.GetOutputSchema(inputs))
            ?? throw CommandException.Failure($"{file} gives no column Score, so it predicts neither numbers nor classes. Models for regression, binary and multiclass classification can be used here.");
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(inputs);
        DataViewSchema.Column[] needed = [.. mapper.GetDependencies(outputs.All(mapper.OutputSchema)).OrderBy(column => column.Index)];
        return new LoadedModel(file, transformer, inputs, outputs, needed, reading);
    }

    private static string Locate(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? path : throw CommandException.Failure($"There is no model {path}.");
        string inside = System.IO.Path.Combine(path, ModelFile);
        return File.Exists(inside) ? inside : throw CommandException.Failure($"The folder {path} holds no {ModelFile}.");
    }

    private static (ITransformer Model, DataViewSchema Inputs, ModelReading? Reading) Load(MLContext ml, string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            ITransformer model = ml.Model.Load(stream, out DataViewSchema inputs);
            if (inputs is null)
                throw CommandException.Failure($"{file} was saved without the columns that it takes. Save it with mlContext.Model.Save(model, data.Schema, file).");
            stream.Position = 0;
            return (model, inputs, ModelArchive.ReadingIn(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{file} cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is not CommandException)
        {
            Exception reason = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw CommandException.Failure($"{file} cannot be loaded as a model of ML.NET: {reason.Message}", e);
        }
    }
}
