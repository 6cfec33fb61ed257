using System.Globalization;
using System.Text.Json;

namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>The tool as a user gets it, and an application that scores with its model.</summary>
[Collection(nameof(PackedFeed))]
public sealed class InstalledToolTests(PackedFeed feed, InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void Version_Installed_IsThatOfThePackage() => Assert.StartsWith(feed.Version, tool.Run("--version"), StringComparison.Ordinal);

    [Fact]
    public void Doctor_Installed_FindsThatTrainingWorksWithTheLibTorchInstalled()
    {
        using JsonDocument found = JsonDocument.Parse(tool.Run("doctor", "--json"));
        Assert.True(found.RootElement.GetProperty("canTrain").GetBoolean());
        Assert.StartsWith(tool.Folder, found.RootElement.GetProperty("libTorch").GetProperty("loadedLibTorch").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_OfTheInstalledTool_ScoresInAnApplicationWithoutLibTorch()
    {
        string dataset = Path.Combine(RepositoryRoot.Path, "data", "boston.csv");
        tool.Run("regression", "--dataset", dataset, "--label-col", "MEDV", "--epochs", "30", "--learning-rate", "0.01", "--seed", "1", "--name", "run", "--output", feed.PathOf());
        WriteApplication();
        Command.DotNet("build", feed.PathOf("app"), "-c", "Release", "-o", feed.PathOf("app", "out"), "--disable-build-servers");

        string printed = Command.DotNet(feed.PathOf("app", "out", "app.dll"), feed.PathOf("run", "model.zip"), dataset);

        string[] errors = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(506, errors.Length);
        // The mean of all prices is wrong by 6.6 on average.
        Assert.InRange(errors.Average(error => double.Parse(error, CultureInfo.InvariantCulture)), 1, 5);
        string[] files = [.. Directory.EnumerateFiles(feed.PathOf("app", "out"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))];
        Assert.Contains("MLNet.LossExperiments.Transforms.dll", files);
        Assert.DoesNotContain(files, file => file.Contains("torch", StringComparison.OrdinalIgnoreCase) || file.Contains("c10", StringComparison.Ordinal) || file.Contains("LossExperiments.Trainers", StringComparison.Ordinal));
    }

    private void WriteApplication()
    {
        Directory.CreateDirectory(feed.PathOf("app"));
        File.WriteAllText(feed.PathOf("app", "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MLNet.LossExperiments.Transforms" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(feed.PathOf("app", "Program.cs"), """
            using System.Globalization;
            using Microsoft.ML;
            using Microsoft.ML.Data;

            var ml = new MLContext();
            ITransformer model = ml.Model.Load(args[0], out _);
            string[] names = File.ReadLines(args[1]).First().Split(',');
            IDataView rows = ml.Data.LoadFromTextFile(args[1], [.. names.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i))], separatorChar: ',', hasHeader: true);
            float[] scores = [.. model.Transform(rows).GetColumn<float>("Score")], prices = [.. rows.GetColumn<float>("MEDV")];
            foreach ((float score, float price) in scores.Zip(prices))
                Console.WriteLine(MathF.Abs(score - price).ToString(CultureInfo.InvariantCulture));
            """);
    }
}
