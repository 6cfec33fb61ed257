using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Host.Tests.Console;

namespace MLNet.LossExperiments.Host.Tests.Repeating;

/// <summary>The C# that reports give does what the run did: it is built and run.</summary>
public sealed class RepeatedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Boston => Path.Combine(Tool.Data, "boston.csv");

    [Fact]
    public void CSharp_Boston_IsAProgramOfFewLinesWithWhatDiffersFromTheDefaults()
    {
        Train("regression", "--dataset", Boston, "--label-col", "MEDV", "--loss", "huber:delta=2", "--optimizer", "adamw", "--learning-rate", "0.003");

        string code = BuiltProgram.In(_folder.PathOf("run"));
        string[] lines = code.Split('\n');
        Assert.InRange(lines.Length, 30, 50);
        Assert.Contains($"//   mlnet-loss data split {Boston} --split-ratio 80/10/10 --seed 1 --clean -o boston-split", lines);
        Assert.Matches(@"//   dotnet add package MLNet\.LossExperiments\.Trainers --version \d+\.\d+\.\d+\n//   dotnet add package TorchSharp-cpu --version \d+\.\d+\.\d+\n", code);
        Assert.Contains("    Loss = RegressionLoss.Huber(delta: 2),", lines);
        Assert.Contains("    Optimizer = Optimizer.AdamW(learningRate: 0.003),", lines);
        Assert.Contains("    Seed = 1,", lines);
        Assert.DoesNotContain("HiddenSizes", code, StringComparison.Ordinal);
        ToolResult again = Tool.Run(_folder.Path, "report", "run", "--json");
        Assert.Equal(code, JsonDocument.Parse(again.Output).RootElement.GetProperty("reproduction").GetProperty("cSharp").GetString());
        Assert.Contains("In C#", File.ReadAllText(_folder.PathOf("run", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void CSharp_RegressionOnColumnsOfAllKinds_GivesTheSameMetrics()
    {
        string file = _folder.Write("all kinds.csv", Mixed());
        Train("regression", "--dataset", file, "--label-col", "Score", "--weight-col", "weight", "--ignore-cols", "note,kind", "--max-categories", "8", "--normalize", "robust", "--dropout", "0.1", "--output-range", "0..200");

        string code = BuiltProgram.In(_folder.PathOf("run")), output = BuiltProgram.Run(_folder, code);

        foreach (string step in (string[])["DateFeatures", "IndicateMissingValues", "ReplaceMissingValues", "OneHotEncoding", "OneHotHashEncoding", "InputScaling.Robust", "--task regression"])
            Assert.Contains(step, code, StringComparison.Ordinal);
        AssertSame(output, ("MAE", "meanAbsoluteError"), ("RMSE", "rootMeanSquaredError"), ("R²", "rSquared"));
        Assert.True(File.Exists(_folder.PathOf("model.zip")));
    }

    [Fact]
    public void CSharp_TwoClassesWithATestFile_GivesTheSameMetricsAndAModelForTheConsole()
    {
        string file = _folder.Write("train.csv", Mixed()), test = _folder.Write("test.csv", Mixed(seed: 7));
        Train("classification", "--dataset", file, "--label-col", "kind", "--test-dataset", test, "--ignore-cols", "Score", "--loss", "squared-hinge", "--calibration", "platt", "--optimizer", "sgd:momentum=0.9,nesterov=true", "--members", "2");

        string output = BuiltProgram.Run(_folder, BuiltProgram.In(_folder.PathOf("run")));

        AssertSame(output, ("accuracy", "accuracy"), ("AUC", "areaUnderRocCurve"), ("F1", "f1Score"), ("log-loss", "logLoss"));
        ToolResult measured = Tool.Run(_folder.Path, "evaluate", "model.zip", "--dataset", test, "--label-col", "kind", "--json");
        Assert.True(measured.ExitCode == 0, measured.Error);
        Assert.Equal(Results().GetProperty("accuracy").GetDouble(), JsonDocument.Parse(measured.Output).RootElement.GetProperty("metrics").GetProperty("accuracy").GetDouble(), 1e-6);
    }

    [Fact]
    public void CSharp_ClassesThatAreNumbersAndRareCategories_GivesTheSameMetrics()
    {
        string file = _folder.Write("classes.csv", "x,city,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"{i % 3 + i % 7 / 10.0:0.0},{(i % 100 == 5 ? $"only {i}" : ((string[])["Rome", "Oslo"])[i % 2])},{((string[])["2", "10", i % 2 == 0 ? "100" : "100.0"])[i % 3]}\n")));
        Train("classification", "--dataset", file, "--label-col", "y");

        string code = BuiltProgram.In(_folder.PathOf("run")), output = BuiltProgram.Run(_folder, code);

        Assert.Contains("OneHotEncoding([new(\"city\")], keyData: ", code, StringComparison.Ordinal);
        Assert.DoesNotContain("only", code, StringComparison.Ordinal);
        AssertSame(output, ("accuracy", "microAccuracy"), ("log-loss", "logLoss"));
    }

    [Fact]
    public void CSharp_Comparison_GivesTheSameMeans()
    {
        AssertDone(Tool.Run(_folder.Path, "compare", "--dataset", Boston, "--label-col", "MEDV", "--losses", "mse,huber:delta=2", "--seeds", "2", "--folds", "2", "--epochs", "3", "--name", "run"));

        string output = BuiltProgram.Run(_folder, BuiltProgram.In(_folder.PathOf("run")));

        JsonElement settings = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("run", "comparison.json"))).RootElement.GetProperty("comparison").GetProperty("settings");
        Assert.Equal(2, settings.GetArrayLength());
        foreach (JsonElement setting in settings.EnumerateArray())
            Assert.Equal(setting.GetProperty("metrics").GetProperty("rmse").GetProperty("mean").GetDouble(), Printed(output, $"{setting.GetProperty("setting").GetProperty("loss").GetString()}: rmse"), 1e-6);
    }

    [Fact]
    public void CSharp_ComparisonByTime_GivesTheSameMeans()
    {
        string file = _folder.Write("panel.csv", Panel());
        AssertDone(Tool.Run(_folder.Path, "compare", "--dataset", file, "--label-col", "y", "--time-col", "day", "--losses", "mse,mae", "--seeds", "2", "--folds", "3", "--epochs", "3", "--name", "run"));

        string code = BuiltProgram.In(_folder.PathOf("run")), output = BuiltProgram.Run(_folder, code);

        Assert.Contains("TimeColumnName = \"day\",", code, StringComparison.Ordinal);
        JsonElement comparison = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("run", "comparison.json"))).RootElement.GetProperty("comparison");
        Assert.Equal((6, 3), (comparison.GetProperty("splits").GetInt32(), comparison.GetProperty("distinctSplits").GetInt32()));
        foreach (JsonElement setting in comparison.GetProperty("settings").EnumerateArray())
            Assert.Equal(setting.GetProperty("metrics").GetProperty("rmse").GetProperty("mean").GetDouble(), Printed(output, $"{setting.GetProperty("setting").GetProperty("loss").GetString()}: rmse"), 1e-6);
    }

    [Fact]
    public void CSharp_RegressionByGroups_GivesTheSameMetrics()
    {
        string file = _folder.Write("panel.csv", Panel());
        Train("regression", "--dataset", file, "--label-col", "y", "--group-col", "shop", "--ignore-cols", "day");

        string code = BuiltProgram.In(_folder.PathOf("run")), output = BuiltProgram.Run(_folder, code);

        Assert.Contains("--group-col shop", code, StringComparison.Ordinal);
        AssertSame(output, ("MAE", "meanAbsoluteError"), ("RMSE", "rootMeanSquaredError"));
    }

    // 40 shops on 10 days each; the shops' numbers differ beyond what 32 bits can tell.
    private static string Panel() =>
        "shop,day,x,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"{120240001 + i % 40},2024-03-{1 + i / 40:00},{i * 37 % 101},{i * 37 % 101 / 10.0 + i % 40}\n")));

    [Fact]
    public void CSharp_RowsFromStandardInput_IsLeftOutWithTheReason()
    {
        AssertDone(Tool.RunWithInput(_folder.Path, File.ReadAllText(Boston), "regression", "--dataset", "-", "--label-col", "MEDV", "--seed", "1", "--epochs", "2", "--name", "run"));
        AssertLeftOut("standard input");
    }

    [Fact]
    public void CSharp_TestRowsOfAStrangeClass_IsLeftOutWithTheReason()
    {
        string file = _folder.Write("train.csv", Mixed()), test = _folder.Write("test.csv", Mixed().Replace("good", "great", StringComparison.Ordinal));
        Train("classification", "--dataset", file, "--label-col", "kind", "--test-dataset", test);
        AssertLeftOut("classes that the dataset does not have");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Numbers with thousands marked, dates, truth values, few and many categories, texts with commas, quotes and line breaks, and everything missing now and then in many ways.</summary>
    private static string Mixed(int seed = 1)
    {
        string[] towns = ["Rome", "\" Oslo \"", "\"Lima, Peru\"", "?", "\"a \"\"quoted\"\" one\"", "\"two\nlines\""];
        string[] nothing = ["", "NA", "-"];
        var random = new Random(seed);
        var text = new StringBuilder("note,town,size,smoker,sold on,weight,Score,kind,street\n");
        for (int i = 0; i < 300; i++)
        {
            int town = random.Next(towns.Length);
            double size = random.Next(100, 200_000) / 100.0;
            string shown = i % 9 == 0 ? nothing[i % 3] : size >= 1000 ? $"\"{size.ToString("N2", CultureInfo.InvariantCulture)}\"" : size.ToString(CultureInfo.InvariantCulture);
            string smoker = new[] { "yes", "no", "Yes", "NA" }[random.Next(4)], date = i % 13 == 0 ? "" : $"2024-{random.Next(1, 13):00}-{random.Next(1, 29):00}";
            string label = i % 20 == 5 ? "" : (size / 20 + town).ToString("0.##", CultureInfo.InvariantCulture), kind = i % 17 == 3 ? "" : size + (100 * town) > 1200 ? "good" : "bad";
            text.Append(CultureInfo.InvariantCulture, $"\"n{i}\n,\",{towns[town]},{shown},{smoker},{date},{random.Next(1, 4)},{label},{kind},street {random.Next(20)}\n");
        }
        return text.ToString();
    }

    private void Train(string command, params string[] more) => AssertDone(Tool.Run(_folder.Path, [command, .. more, "--seed", "1", "--name", "run", "--epochs", "8"]));

    private static void AssertDone(ToolResult result) => Assert.True(result.ExitCode == 0, result.Error);

    private JsonElement Results() => JsonDocument.Parse(File.ReadAllText(_folder.PathOf("run", "results.json"))).RootElement.GetProperty("metrics").GetProperty("test");

    private void AssertSame(string output, params (string Printed, string Name)[] metrics)
    {
        foreach ((string printed, string name) in metrics)
            Assert.Equal(Results().GetProperty(name).GetDouble(), Printed(output, printed), 1e-6);
    }

    private void AssertLeftOut(string reason)
    {
        Assert.Equal(JsonValueKind.Null, BuiltProgram.Reproduction(_folder.PathOf("run")).GetProperty("cSharp").ValueKind);
        Assert.Contains(reason, File.ReadAllText(_folder.PathOf("run", "report.html")), StringComparison.Ordinal);
    }

    private static double Printed(string output, string name) =>
        double.Parse(Regex.Match(output, $@"{Regex.Escape(name)} (-?[\d.E+-]+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
