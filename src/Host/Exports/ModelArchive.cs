using System.IO.Compression;
using Microsoft.ML;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>A model file, opened.</summary>
internal sealed class ModelArchive
{
    private const string FileInRunFolder = "model.zip";
    private const string ChainEntry = "TransformerChain";

    private ModelArchive(string path, string name, MLContext ml, ITransformer model, DataViewSchema inputs)
    {
        Path = path;
        Name = name;
        ML = ml;
        Model = model;
        Inputs = inputs;
    }

    /// <summary>The file, as the user put it.</summary>
    public string Path { get; }

    /// <summary>What to name after it: the folder's name for a model.zip, otherwise the file's.</summary>
    public string Name { get; }

    public MLContext ML { get; }

    public ITransformer Model { get; }

    public DataViewSchema Inputs { get; }

    /// <param name="path">A model file, or the folder of a run.</param>
    /// <exception cref="CommandException">It is neither, or cannot be read.</exception>
    public static ModelArchive Open(string path)
    {
        string file = Directory.Exists(path) ? System.IO.Path.Combine(path, FileInRunFolder) : path;
        if (!File.Exists(file))
        {
            throw CommandException.Failure(file == path
                ? $"There is no file {path}. Give a model file that mlnet-loss or ML.NET has saved, or the folder of a run."
                : $"The folder {path} holds no {FileInRunFolder}. Give the folder of a run, or a model file.");
        }
        CheckIsModel(file);
        var ml = new MLContext();
        try
        {
            ITransformer model = ml.Model.Load(file, out DataViewSchema inputs);
            if (inputs is null)
                throw CommandException.Failure($"{file} does not say which columns the model takes. Save it with mlContext.Model.Save(model, data.Schema, …).");
            return new ModelArchive(file, NameOf(file), ml, model, inputs);
        }
        catch (Exception e) when (e is not (CommandException or OutOfMemoryException))
        {
            throw CommandException.Failure($"{file} cannot be loaded as a model: {Reason(e)} It may be damaged, or need a part of ML.NET or of another library that mlnet-loss does not have.", e);
        }
    }

    private static void CheckIsModel(string file)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            if (zip.Entries.Any(entry => entry.FullName.Replace('\\', '/').StartsWith(ChainEntry, StringComparison.Ordinal)))
                return;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            string reason = e is InvalidDataException ? "it is no zip file, as ML.NET's models are." : e.Message;
            throw CommandException.Failure($"{file} cannot be read: {reason}", e);
        }
        throw CommandException.Failure($"{file} is a zip file, but there is no model of ML.NET in it.");
    }

    private static string NameOf(string file)
    {
        string full = System.IO.Path.GetFullPath(file);
        string? folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(full));
        return System.IO.Path.GetFileName(full) == FileInRunFolder && !string.IsNullOrEmpty(folder) ? folder : System.IO.Path.GetFileNameWithoutExtension(full);
    }

    private static string Reason(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        string message = exception.Message.ReplaceLineEndings(" ").TrimEnd();
        return message.EndsWith('.') ? message : $"{message}.";
    }
}
