using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>The C# project that export writes builds and runs, with the package of this repository in its own folder of packages.</summary>
public sealed class ExportedProjectTests : IDisposable
{
    private static readonly string Repository = Path.GetDirectoryName(Tool.Data)!;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Export_ToCSharp_BuildsRunsAndPredictsTheSame()
    {
        // Names that are no identifiers, that come to the same, and that would end a string.
        string[] names = ["class", "Class", "1st \"floor\" \\ {x}", "größe", "ModelInput", "city"];
        string header = string.Join(',', names.Select(name => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + ",price\n";
        string[] cities = ["Rome", "Oslo", "Lima"];
        string dataset = _folder.Write("data.csv", header + string.Concat(Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{i % 7},{i % 5},{i * 2},{i % 11},{cities[i % 3]},{i * 3}\n"))));
        AssertDone(Tool.Run(_folder.Path, "regression", "--dataset", dataset, "--label-col", "price", "--epochs", "3", "--seed", "1", "--name", "run"));

        ToolResult result = Tool.Run(_folder.Path, "export", "run", "--format", "csharp", "-o", "my-prices");

        AssertDone(result);
        Assert.Contains("To run it: dotnet run --project my-prices", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["ModelInput.cs", "ModelOutput.cs", "MyPrices.csproj", "Predictor.cs", "Program.cs", "README.md", "model.zip"],
            Directory.GetFiles(_folder.PathOf("my-prices")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        RunDotNet(Repository, "pack", "src/Transforms", "-c", "Release", "-o", _folder.PathOf("my-prices", "packages"), "--nologo");
        string output = RunDotNet(_folder.Path, "run", "--project", "my-prices", "-p:TreatWarningsAsErrors=false");
        float score = float.Parse(output.Split("Score: ")[1].Split('\n')[0], CultureInfo.CurrentCulture);
        Assert.Equal(ScoreOfZeros(names), score, 1e-4);
        AssertCompiles("Path", "System", "Task", "Console", "MLContext", "class", "1 2", "Program");
    }

    // A namespace of such a name would hide what the files, or those that a reader adds, use.
    private void AssertCompiles(params string[] folders)
    {
        foreach (string folder in folders)
        {
            AssertDone(Tool.Run(_folder.Path, "export", "run", "--format", "csharp", "-o", Path.Combine("named", folder)));
            Directory.CreateSymbolicLink(_folder.PathOf("named", folder, "packages"), _folder.PathOf("my-prices", "packages"));
            _folder.Write(Path.Combine("named", folder, "Reader.cs"), "public static class Reader { public static Task<string> Read(string file) => File.ReadAllTextAsync(Path.Combine(Environment.CurrentDirectory, file)); }");
        }
        string all = _folder.Write("named.proj", """
            <Project DefaultTargets="All">
              <ItemGroup><Named Include="named/*/*.csproj" /></ItemGroup>
              <Target Name="All">
                <MSBuild Projects="@(Named)" Targets="Restore" Properties="TreatWarningsAsErrors=false;MSBuildRestoreSessionId=one" />
                <MSBuild Projects="@(Named)" Targets="Build" Properties="TreatWarningsAsErrors=false" BuildInParallel="true" />
              </Target>
            </Project>
            """);
        RunDotNet(_folder.Path, "msbuild", all, "-nologo");
        Assert.Equal(folders.Length, Directory.GetFiles(_folder.PathOf("named"), "*.runtimeconfig.json", SearchOption.AllDirectories).Length);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertDone(ToolResult result) => Assert.True(result.ExitCode == 0, result.Error);

    /// <summary>What the model says of the example in the project: zeros, and no words.</summary>
    private float ScoreOfZeros(string[] names)
    {
        var ml = new MLContext();
        ITransformer model = ml.Model.Load(_folder.PathOf("run", "model.zip"), out DataViewSchema schema);
        Assert.Equal(names, schema.Select(column => column.Name));
        string rows = _folder.Write("zeros.csv", string.Join(',', schema.Select(column => column.Type is TextDataViewType ? "" : "0")));
        TextLoader.Column[] columns = [.. schema.Select((column, i) => new TextLoader.Column(column.Name, column.Type is TextDataViewType ? DataKind.String : DataKind.Single, i))];
        return model.Transform(ml.Data.LoadFromTextFile(rows, columns, separatorChar: ',')).GetColumn<float>("Score").Single();
    }

    // Packages of this repository go into a folder that is gone afterwards: a test of the next change must not find them in a cache.
    private string RunDotNet(string folder, params string[] arguments)
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test may itself run inside a build, whose settings are not meant for others; and no build server may outlive the test.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (folder != Repository)
        {
            start.Environment["NUGET_PACKAGES"] = _folder.PathOf("cache");
            start.Environment["RestoreFallbackFolders"] = cache;
        }
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
