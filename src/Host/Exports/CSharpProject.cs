using System.Reflection;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>A C# project that loads a model and predicts a row.</summary>
internal sealed class CSharpProject
{
    private const string InputClass = "ModelInput";
    private const string OutputClass = "ModelOutput";

    private const string MainPackage = "Microsoft.ML";

    private static readonly string[] InMainPackage =
        [.. ((string[])["Core", "Data", "DataView", "KMeansClustering", "PCA", "StandardTrainers", "Transforms", "CpuMath"]).Select(part => $"{MainPackage}.{part}")];

    private static readonly string[] OwnTypes = [InputClass, OutputClass, "Predictor", "Program"];

    private readonly string _name;
    private readonly string _modelFile;
    private readonly CSharpColumn[] _inputs;
    private readonly CSharpColumn[] _outputs;

    /// <param name="model">The model.</param>
    /// <param name="name">What the project is called after.</param>
    public CSharpProject(LoadedModel model, string name)
    {
        _name = CSharpNamespace.Of(name, OwnTypes);
        _modelFile = model.Path;
        _inputs = PropertiesOf(model.NeededInputs, InputClass);
        _outputs = PropertiesOf(model.Predictions, OutputClass);
    }

    public string ProjectFile => $"{_name}.csproj";

    /// <summary>The files, with what writes each.</summary>
    /// <exception cref="CommandException">A column has no form in C#.</exception>
    public IReadOnlyList<(string Name, Action<Stream> Write)> Files() =>
    [
        (ProjectFile, RunFolder.WriterOf(CSharpTemplates.Project(Packages(), _name))),
        ($"{InputClass}.cs", RunFolder.WriterOf(CSharpTemplates.Class(_name, InputClass, "The columns that the model takes.", _inputs))),
        ($"{OutputClass}.cs", RunFolder.WriterOf(CSharpTemplates.Class(_name, OutputClass, "The columns that the model gives.", _outputs))),
        ("Predictor.cs", RunFolder.WriterOf(CSharpTemplates.Predictor(_name))),
        ("Program.cs", RunFolder.WriterOf(CSharpTemplates.Program(_name, _inputs, _outputs))),
        ("README.md", RunFolder.WriterOf(CSharpTemplates.ReadMe(_name, VersionOf(typeof(MlpRegressionModel).Assembly)))),
        (CSharpTemplates.ModelFile, CopyModel),
    ];

    private static CSharpColumn[] PropertiesOf(IReadOnlyList<DataViewSchema.Column> columns, string className) =>
        [.. columns.Zip(CSharpNames.PropertiesOf(columns.Select(column => column.Name), className), (column, property) => new CSharpColumn(column, property))];

    // What a model is made of was loaded with it.
    private static IEnumerable<(string Name, string Version)> Packages()
    {
        IEnumerable<Assembly> more = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is { } name && name.StartsWith(MainPackage, StringComparison.Ordinal) && !InMainPackage.Contains(name))
            .OrderBy(assembly => assembly.GetName().Name, StringComparer.Ordinal);
        return
        [
            (MainPackage, VersionOf(typeof(MLContext).Assembly)),
            .. more.Select(assembly => (assembly.GetName().Name!, VersionOf(assembly))),
            (CSharpTemplates.Package, VersionOf(typeof(MlpRegressionModel).Assembly)),
        ];
    }

    private static string VersionOf(Assembly assembly) => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private void CopyModel(Stream stream)
    {
        using FileStream model = File.OpenRead(_modelFile);
        model.CopyTo(stream);
    }
}
