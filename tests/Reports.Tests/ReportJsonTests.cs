using System.Text.Json;

namespace MLNet.LossExperiments.Reports.Tests;

/// <summary>A report as JSON is the report.</summary>
public sealed class ReportJsonTests
{
    private static EvaluationReport Report() => new()
    {
        Title = "</script><b>\"y\" of 'x' & co",
        Data = new DataSummary { Name = "x.csv", Label = "y", Rows = 3 },
        Model = new ModelSummary { Architecture = "1-1", Parameters = 2, Loss = new LossSummary("mse") },
        Evaluations =
        [
            new MulticlassEvaluation
            {
                Rows = new EvaluatedRows("test", 3, 0, null, false, 3),
                Metrics = [new MetricEstimate("log-loss", "Log-loss", double.NaN, double.NaN, double.PositiveInfinity, false, "…", "No row.")],
                Bootstrap = new BootstrapPlan(),
                Worst = new WorstPredictions("log-loss", [], []),
                Classes = ["a", "b"],
                HasProbabilities = false,
                Confusion = new ConfusionMatrix(["a", "b"], [[1, 0], [double.NaN, 2]], false),
                PerClass = [],
                Top = [],
                ConfusedPairs = [],
                Images = new ImageExamples(2, 1, 1, [new ImageExample(1, "b", "a", 0.25, new byte[] { 0, 255 })]),
            },
        ],
    };

    [Fact]
    public void ReadEvaluation_OfWhatWasWritten_GivesTheSameJsonAgain()
    {
        string json = ReportJson.Write(Report());
        EvaluationReport read = ReportJson.ReadEvaluation(json);
        Assert.Equal(json, ReportJson.Write(read));
        var evaluation = Assert.IsType<MulticlassEvaluation>(Assert.Single(read.Evaluations));
        Assert.True(double.IsNaN(evaluation.Metrics[0].Value));
        Assert.True(double.IsNaN(evaluation.Confusion.Counts[1][0]));
        Assert.Equal(new byte[] { 0, 255 }, evaluation.Images!.Images[0].Pixels.ToArray());
    }

    [Fact]
    public void Write_Names_AreCamelCaseAndTheTaskIsNamed()
    {
        using JsonDocument document = JsonDocument.Parse(ReportJson.Write(Report()));
        JsonElement evaluation = document.RootElement.GetProperty("evaluations")[0];
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("multiclass", evaluation.GetProperty("task").GetString());
        Assert.Equal(JsonValueKind.Null, evaluation.GetProperty("metrics")[0].GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, evaluation.GetProperty("metrics")[0].GetProperty("high").ValueKind);
    }

    [Fact]
    public void Write_MarkupInData_IsEscaped()
    {
        string json = ReportJson.Write(Report());
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('&', json);
        Assert.Equal(Report().Title, ReportJson.ReadEvaluation(json).Title);
    }

    [Fact]
    public void ReadEvaluation_NoReport_IsRefused() => Assert.Throws<JsonException>(() => ReportJson.ReadEvaluation("null"));
}
