using System.IO.Compression;
using System.Text.Json;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>
/// The file of a model: what ML.NET saves and, in an entry of its own, how the training rows were read. ML.NET reads the entries that it knows and ignores others, so any program can load the file; one that saves the
/// model again leaves the entry out.
/// </summary>
internal static class ModelArchive
{
    private const string ReadingEntry = "mlnet-loss/reading.json";

    /// <summary>Saves a model for ML.NET to load.</summary>
    public static void Save(MLContext ml, ITransformer model, DataViewSchema inputs, ModelReading reading, Stream stream)
    {
        using var content = new MemoryStream();
        ml.Model.Save(model, inputs, content);
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        using (Stream entry = archive.CreateEntry(ReadingEntry).Open())
            JsonSerializer.Serialize(entry, reading, Json.Options);
        content.Position = 0;
        content.CopyTo(stream);
    }

    /// <summary>How the training rows were read; null where the file does not say, as those of other programs.</summary>
    /// <exception cref="JsonException">The entry is damaged.</exception>
    /// <exception cref="InvalidDataException">The file is no archive.</exception>
    public static ModelReading? ReadingIn(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry(ReadingEntry) is not { } entry)
            return null;
        using Stream content = entry.Open();
        return JsonSerializer.Deserialize<ModelReading>(content, Json.Options);
    }
}
