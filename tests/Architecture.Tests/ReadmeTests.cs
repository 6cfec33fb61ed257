using System.Diagnostics;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The README shows what is there.</summary>
public class ReadmeTests
{
    private static string Readme { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public void Readme_Pipeline_IsTheSampleAndPrintsWhatIsShown()
    {
        // The last digit may differ between processors.
        AssertShown("TrainRegression", @"R² on new rows: 0\.8\d", folder => Assert.True(File.Exists(Path.Combine(folder, "boston.zip"))));
    }

    [Fact]
    public void Readme_TrainingOptions_AreTheSampleAndPrintWhatIsShown() => AssertShown(
        "TrainingOptions",
        @"Tried \d+ learning rates; the loss falls most steeply near 0\.\d+\.\nBest epoch \d+: MAE \d\.\d\d on the validation rows\.\nAfter going on: \d\.\d\d\.",
        folder => Assert.True(File.Exists(Path.Combine(folder, "fit.checkpoint")) && File.ReadAllLines(Path.Combine(folder, "history.csv")).Length > 2));

    [Fact]
    public void Readme_Comparison_IsTheSampleAndPrintsWhatIsShown() => AssertShown(
        "CompareLosses",
        @"m[sa]e: RMSE \d\.\d ± \d\.\d, rank 1\nm[sa]e: RMSE \d\.\d ± \d\.\d, rank 2\nquantile:tau=0\.9: RMSE \d\.\d ± \d\.\d, rank 3\nm[sa]e against m[sa]e: \w+\nquantile:tau=0\.9 against m[sa]e: (?:CannotTell|Worse)\nMay be the best: m[sa]e.*",
        folder => Assert.True(File.Exists(Path.Combine(folder, "best.zip"))));

    /// <summary>The README shows a sample's program, and output like the one that running it gives.</summary>
    private static void AssertShown(string sample, string pattern, Action<string> check)
    {
        string project = Path.Combine(RepositoryRoot.Path, "samples", sample);
        Assert.Contains($"```csharp\n{File.ReadAllText(Path.Combine(project, "Program.cs"))}```", Readme, StringComparison.Ordinal);
        Assert.Matches($"```\n{pattern}\n```", Readme);

        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "data"));
            File.Copy(Path.Combine(RepositoryRoot.Path, "data", "boston.csv"), Path.Combine(folder.FullName, "data", "boston.csv"));
            string program = Path.Combine(project, AppContext.BaseDirectory[AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)..].Trim(Path.DirectorySeparatorChar), $"{sample}.dll");
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
            string printed = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").Trim();
            process.WaitForExit();
            Assert.Matches($"^{pattern}$", printed);
            check(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Readme_LossTable_NamesAllLosses()
    {
        string[] listed = [.. Regex.Matches(Readme, @"^\| (?:regression|binary|multiclass) \| `([^`]+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        Assert.Equal([.. LossCatalog.Regression.Entries.Select(e => e.Name), .. LossCatalog.Binary.Entries.Select(e => e.Name), .. LossCatalog.Multiclass.Entries.Select(e => e.Name)], listed);
    }

    [Fact]
    public void Readme_Links_LeadSomewhere() =>
        Assert.All(Regex.Matches(Readme, @"\]\((?!http)([^)]+)\)").Select(match => match.Groups[1].Value), link => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, link)), link));
}
