namespace MLNet.LossExperiments.Host.Exports;

/// <summary>The texts of a generated project.</summary>
internal static class CSharpTemplates
{
    public const string ModelFile = "model.zip";

    public const string Package = "MLNet.LossExperiments.Transforms";

    // A folder 'packages' beside the project is a source of packages wherever there is one: for packages that no public source has.
    public static string Project(IEnumerable<(string Name, string Version)> packages, string name) =>
        $$"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RootNamespace>{{name}}</RootNamespace>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <RestoreAdditionalProjectSources Condition="Exists('packages')">$(MSBuildProjectDirectory)/packages</RestoreAdditionalProjectSources>
          </PropertyGroup>

          <ItemGroup>
        {{string.Join(Environment.NewLine, packages.Select(package => $"    <PackageReference Include=\"{package.Name}\" Version=\"{package.Version}\" />"))}}
          </ItemGroup>

          <ItemGroup>
            <None Update="{{ModelFile}}" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>

        </Project>
        """;

    public static string Class(string space, string name, string summary, IEnumerable<CSharpColumn> columns) =>
        $$"""
        using Microsoft.ML.Data;

        namespace {{space}};

        /// <summary>{{summary}}</summary>
        public sealed class {{name}}
        {
        {{string.Join($"{Environment.NewLine}{Environment.NewLine}", columns.Select(column => column.Declaration))}}
        }
        """;

    public static string Predictor(string space) =>
        $$"""
        using Microsoft.ML;

        namespace {{space}};

        /// <summary>Loads the model and predicts row by row. For one thread at a time; make one for each.</summary>
        public sealed class Predictor : IDisposable
        {
            private readonly PredictionEngine<ModelInput, ModelOutput> _engine;

            public Predictor()
            {
                var mlContext = new MLContext();
                ITransformer model = mlContext.Model.Load(Path.Combine(AppContext.BaseDirectory, "{{ModelFile}}"), out _);
                _engine = mlContext.Model.CreatePredictionEngine<ModelInput, ModelOutput>(model);
            }

            public ModelOutput Predict(ModelInput row) => _engine.Predict(row);

            public void Dispose() => _engine.Dispose();
        }
        """;

    public static string Program(string space, IEnumerable<CSharpColumn> inputs, IEnumerable<CSharpColumn> outputs) =>
        $$"""
        using {{space}};

        // An example to put your own values into.
        var row = new ModelInput
        {
        {{string.Join(Environment.NewLine, inputs.Select(column => $"    {column.Property} = {column.Example},"))}}
        };

        using var predictor = new Predictor();
        ModelOutput prediction = predictor.Predict(row);
        {{string.Join(Environment.NewLine, outputs.Select(Print))}}
        """;

    public static string ReadMe(string name, string version) =>
        $$"""
        # {{name}}

        Predicts with a model of ML.NET, as `mlnet-loss export` found it. You need the .NET 10 SDK.

        ```
        dotnet run
        ```

        prints the predictions for the row in `Program.cs`. In an application of your own, take `ModelInput.cs`, `ModelOutput.cs`, `Predictor.cs` and `{{ModelFile}}`, and the package references of
        `{{name}}.csproj`.

        The package `{{Package}}` {{version}} holds the networks of MLNet.LossExperiments. Where your sources of packages do not have it, make it from a clone of MLNet.LossExperiments and put it into a folder `packages` here, which the
        project looks into by itself:

        ```
        dotnet pack -c Release src/Transforms -o packages
        ```
        """;

    private static string Print(CSharpColumn column)
    {
        string value = $"prediction.{column.Property}";
        string text = column.IsVector ? $"string.Join(\" \", {value})" : value;
        return $"Console.WriteLine({CSharpNames.Literal($"{column.Column.Name}: ")} + {text});";
    }
}
