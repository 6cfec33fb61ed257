using System.CommandLine;
using Microsoft.ML;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss export</c>.</summary>
internal sealed class ExportCommand : ConsoleCommand
{
    private const int DocumentVersion = 1;

    private readonly Argument<string> _model = new("MODEL") { Description = "The model: a model.zip of ML.NET, whoever trained it, or the folder of a run." };

    private readonly Option<ExportFormat?> _format = ConsoleOption.Of<ExportFormat?>(
        "--format",
        "FORMAT",
        "What to make of it: onnx, a model that ONNX Runtime and others run, with all steps of the pipeline; csharp, a project that predicts with ML.NET; "
            + "json, the network with its weights, to compute scores in any language.",
        text => ReadFormat(text));

    private readonly Option<string?> _output = ConsoleOption.Text(
        "--output", "PATH", "The file, or for csharp the folder, to write. [default: the model's name, in the current folder, then .onnx, .json or -csharp]");

    private readonly Option<bool> _force = ConsoleOption.Of("--force", "true|false", "Replace a file that is there, or write into a folder that is not empty.", SettingText.Truth);

    private readonly Option<bool> _json = ConsoleOption.Of("--json", "true|false", "Print what was written as one JSON document and nothing else to standard output.", SettingText.Truth);

    public ExportCommand()
        : base("export", "Make an ONNX model, a C# project or a JSON document of a model.")
    {
        _format.Required = true;
        _output.Aliases.Add("-o");
        Arguments.Add(_model);
        foreach (Option option in (Option[])[_format, _output, _force, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss export boston-regression --format onnx",
        "mlnet-loss export boston-regression/model.zip --format csharp -o BostonPredictor",
        "mlnet-loss export boston-regression --format json -o boston.json --force",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        ExportFormat format = parse.GetValue(_format)!.Value;
        var ml = new MLContext(1);
        LoadedModel model = LoadedModel.Open(ml, parse.GetValue(_model)!);
        var target = new ExportTarget(parse.GetValue(_output) ?? $"{NameOf(model)}{SuffixOf(format)}", parse.GetValue(_force));
        ExportDocument document;
        try
        {
            document = format switch
            {
                ExportFormat.Onnx => ExportOnnx(ml, model, target, context.Stop),
                ExportFormat.Json => ExportJson(ml, model, target, context.Stop),
                _ => ExportCSharp(model, target, context.Stop),
            };
        }
        catch (ModelExportException e)
        {
            throw CommandException.Failure($"{model.Path}: {e.Message}", e);
        }
        if (parse.GetValue(_json))
            context.Screen.Result(Json.Write(document));
        else
            ExportReport.Show(context.Screen, document);
    }

    private static ExportFormat ReadFormat(string text) => text.ToLowerInvariant() switch
    {
        "onnx" => ExportFormat.Onnx,
        "csharp" => ExportFormat.CSharp,
        "json" => ExportFormat.Json,
        _ => throw new FormatException($"'{text}' is not allowed. Allowed are onnx, csharp, json."),
    };

    // Every run's model is called model.zip: the name of its folder says more.
    private static string NameOf(LoadedModel model)
    {
        string name = Path.GetFileNameWithoutExtension(model.Path);
        string? folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(model.Path)));
        return name == "model" && !string.IsNullOrEmpty(folder) ? folder : name;
    }

    private static string SuffixOf(ExportFormat format) => format switch
    {
        ExportFormat.Onnx => ".onnx",
        ExportFormat.Json => ".json",
        _ => "-csharp",
    };

    private static ExportDocument ExportOnnx(MLContext ml, LoadedModel model, ExportTarget target, CancellationToken stop)
    {
        target.CheckFile();
        using var content = new MemoryStream();
        OnnxExport export = ml.Model.ExportToOnnx(model.Transformer, model.Inputs, content);
        Write(content, target, stop);
        ExportDocument.Column[] inputs = [.. export.Inputs.Select(ExportDocument.Column.Of)], outputs = [.. export.Outputs.Select(ExportDocument.Column.Of)];
        return new(DocumentVersion, "export", "onnx", model.Path, target.Path, [target.Path], inputs, outputs, export.OperatorSet, export.Rows);
    }

    private static ExportDocument ExportJson(MLContext ml, LoadedModel model, ExportTarget target, CancellationToken stop)
    {
        target.CheckFile();
        using var content = new MemoryStream();
        ml.Model.ExportToJson(model.Transformer, model.Inputs, content);
        Write(content, target, stop);
        return Describe("json", model, target, [target.Path]);
    }

    private static ExportDocument ExportCSharp(LoadedModel model, ExportTarget target, CancellationToken stop)
    {
        target.CheckFolder();
        var project = new CSharpProject(model, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target.Path))));
        IReadOnlyList<(string Name, Action<Stream> Write)> files = project.Files();
        stop.ThrowIfCancellationRequested();
        target.WriteFolder(files);
        return Describe("csharp", model, target, [.. files.Select(file => Path.Combine(target.Path, file.Name))]);
    }

    private static void Write(MemoryStream content, ExportTarget target, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        content.Position = 0;
        target.WriteFile(content);
    }

    private static ExportDocument Describe(string format, LoadedModel model, ExportTarget target, IReadOnlyList<string> files)
    {
        ExportDocument.Column[] inputs = [.. model.NeededInputs.Select(ExportDocument.Column.Of)], outputs = [.. model.Predictions.Select(ExportDocument.Column.Of)];
        return new(DocumentVersion, "export", format, model.Path, target.Path, files, inputs, outputs, null, null);
    }
}
