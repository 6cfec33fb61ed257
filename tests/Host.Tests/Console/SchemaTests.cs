using System.Text.Json.Nodes;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Documents that the console writes are as docs/schemas says.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("regression", "boston.csv", "MEDV", "mse")]
    [InlineData("regression", "boston.csv", "MEDV", "quantiles:levels=0.05/0.5/0.95")]
    [InlineData("regression", "boston.csv", "MEDV", "gaussian-nll")]
    [InlineData("classification", "breast-cancer.csv", "diagnosis", "bce-logits")]
    [InlineData("classification", "digits.csv", "digit", "cross-entropy")]
    public void Run_OfEachKind_WritesDocumentsAsDocumented(string command, string data, string label, string loss)
    {
        Run(command, data, label, "--loss", loss, "--seed", "1", "--epochs", "3");

        foreach (string name in new[] { "report", "results", "config" })
            Assert.Empty(Schema.FaultsOf(_folder.PathOf("run", $"{name}.json"), $"{name}.schema.json"));
    }

    [Fact]
    public void Compare_ByDefault_WritesDocumentsAsDocumented()
    {
        Run("compare", "boston.csv", "MEDV", "--losses", "mse,mae", "--seeds", "2", "--epochs", "3");

        Assert.Empty(Schema.FaultsOf(_folder.PathOf("run", "report.json"), "comparison-report.schema.json"));
        Assert.Empty(Schema.FaultsOf(_folder.PathOf("run", "comparison.json"), "comparison.schema.json"));
    }

    [Fact]
    public void FaultsOf_ADocumentThatIsNot_AreFound()
    {
        Run("regression", "boston.csv", "MEDV", "--seed", "1", "--epochs", "1");
        string path = _folder.PathOf("run", "report.json");
        JsonNode report = JsonNode.Parse(File.ReadAllText(path))!;
        report["evaluations"]![0]!["metrics"]![0]!["value"] = "seven";
        report["data"]!.AsObject().Remove("label");
        File.WriteAllText(path, report.ToJsonString());

        IReadOnlyList<string> faults = Schema.FaultsOf(path, "report.schema.json");

        Assert.Contains(faults, fault => fault.StartsWith("/data:", StringComparison.Ordinal) && fault.Contains("label", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("/evaluations/0/metrics/0/value:", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private void Run(string command, string data, string label, params string[] more)
    {
        ToolResult result = Tool.Run(_folder.Path, [command, "--dataset", Path.Combine(Tool.Data, data), "--label-col", label, "--name", "run", .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
    }
}
