namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Reports of which nearly nothing is known, or nothing is defined.</summary>
public sealed class BareReportTests
{
    private static EvaluationReport Report(TaskEvaluation evaluation) => new()
    {
        Title = "Bare",
        Data = new DataSummary { Name = "x.csv", Label = "y", Rows = 0 },
        Model = new ModelSummary { Architecture = "1-1", Parameters = 2, Loss = new LossSummary("mse") },
        Evaluations = [evaluation],
    };

    public static TheoryData<string> Tasks => ["regression", "binary", "one class", "scores", "multiclass"];

    private static TaskEvaluation Of(string task) => task switch
    {
        "regression" => RegressionEvaluation.Of(new RegressionPredictions { Actual = [], Predicted = [] }),
        "binary" => BinaryEvaluation.Of(new BinaryPredictions { Actual = [], Scores = [], HasProbabilities = true }),
        "one class" => BinaryEvaluation.Of(new BinaryPredictions { Actual = [true], Scores = [0.7f], HasProbabilities = true }),
        "scores" => BinaryEvaluation.Of(new BinaryPredictions { Actual = [true, false], Scores = [3, -2], HasProbabilities = false, Weights = [0.5f, 2] }),
        _ => MulticlassEvaluation.Of(new MulticlassPredictions { Classes = ["a", "b"], Actual = [], Scores = [], HasProbabilities = true }),
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void ToHtml_NothingDefined_SaysSo(string task)
    {
        EvaluationReport report = Report(Of(task));
        string html = report.ToHtml();
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", html, StringComparison.Ordinal);
        Assert.All(report.Charts(), chart => Assert.NotEmpty(chart.ToPng(200)));
        Assert.Contains("Bare", report.ToMarkdown(), StringComparison.Ordinal);
        if (task != "scores")
            Assert.Contains("Not defined here", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_ModelOfAnotherTrainer_SaysWhatIsKnownAlone()
    {
        string html = (Report(Of("scores")) with { Title = "Mine", Model = new ModelSummary { Architecture = "FastTree, 20 trees", Parameters = null, Loss = null } }).ToHtml();
        Assert.Contains("y of x.csv, predicted by FastTree, 20 trees, measured on 2 rows", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Architecture</dt><dd>FastTree, 20 trees</dd>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Parameters</dt>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Loss</dt>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("learned with", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_CriterionUnknown_IsRefused()
    {
        ComparisonReport report = SamplePages.Comparison with { Criterion = "mape" };
        Assert.Contains("'mape'", Assert.Throws<ArgumentException>(report.ToHtml).Message, StringComparison.Ordinal);
    }
}
