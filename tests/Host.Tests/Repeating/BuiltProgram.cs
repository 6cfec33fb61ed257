using System.Diagnostics;
using System.Text.Json;
using MLNet.LossExperiments.Host.Tests.Console;

namespace MLNet.LossExperiments.Host.Tests.Repeating;

/// <summary>Builds and runs the C# of a report as its reader would, against the assemblies of this repository in place of the packages.</summary>
internal static class BuiltProgram
{
    private const string CommandMark = "//   mlnet-loss ";

    /// <summary>The C# in the report of a run.</summary>
    public static string In(string run) => Reproduction(run).GetProperty("cSharp").GetString()!;

    public static JsonElement Reproduction(string run) => JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "report.json"))).RootElement.GetProperty("reproduction");

    /// <summary>Runs the commands that a program names in its comments, then the program.</summary>
    /// <returns>What it prints.</returns>
    public static string Run(TemporaryFolder folder, string code)
    {
        foreach (string command in code.Split('\n').Where(line => line.StartsWith(CommandMark, StringComparison.Ordinal)))
        {
            ToolResult divided = Tool.Shell(folder.Path, $"$tool {command[CommandMark.Length..]}");
            Assert.True(divided.ExitCode == 0, divided.Error);
        }
        string home = AppContext.BaseDirectory, name = $"repeated-{Guid.NewGuid():N}", project = folder.PathOf("program");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Program.cs"), code);
        File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{home}Microsoft.ML*.dll;{home}MLNet.LossExperiments.Trainers.dll;{home}MLNet.LossExperiments.Transforms.dll;{home}TorchSharp.dll" Private="false" />
              </ItemGroup>
            </Project>
            """);
        DotNet(project, "build", "-c", "Release", "-o", "out", "--nologo");
        // Beside the console the program finds what the packages would bring, libtorch above all.
        string program = Path.Combine(home, $"{name}.dll");
        File.Copy(Path.Combine(project, "out", $"{name}.dll"), program);
        try
        {
            return DotNet(folder.Path, "exec", "--depsfile", Path.Combine(home, "mlnet-loss.deps.json"), "--runtimeconfig", Path.Combine(home, "mlnet-loss.runtimeconfig.json"), program);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static string DotNet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test may itself run inside a build, whose settings are not meant for others; and no build server may outlive the test.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
