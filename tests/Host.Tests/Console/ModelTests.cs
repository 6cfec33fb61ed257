using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What the console writes, used by plain ML.NET on data that ML.NET's own loader reads, without a label.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Regression_Boston_PredictsFromATextLoader()
    {
        string[] columns = [.. File.ReadLines(Path.Combine(Tool.Data, "boston.csv")).First().Split(',').SkipLast(1)];
        Train("regression", Path.Combine(Tool.Data, "boston.csv"), "MEDV", "--epochs", "30");

        IDataView predictions = Predict(Path.Combine(Tool.Data, "boston.csv"), [.. columns.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i))]);

        Assert.Equal(506, predictions.GetColumn<float>("Score").Count());
        Assert.InRange(predictions.GetColumn<float>("Score").Average(), 18, 27);
    }

    [Fact]
    public void Classification_WordsAndMissingValues_PredictsInTheUsersWords()
    {
        string path = _folder.Write("shop.csv", Shop(600));

        JsonElement results = Train("classification", path, "bought", "--epochs", "60", "--learning-rate", "0.01");

        Assert.Equal("yes", results.GetProperty("positiveClass").GetString());
        Assert.True(results.GetProperty("metrics").GetProperty("test").GetProperty("accuracy").GetDouble() > 0.9);
        IDataView predictions = Predict(path, [new("age", DataKind.Single, 0), new("city", DataKind.String, 1)]);
        string[] expected = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')[2])];
        string[] predicted = [.. predictions.GetColumn<string>("PredictedLabel")];
        Assert.Equal(["no", "yes"], predicted.Distinct().Order());
        Assert.True(expected.Zip(predicted).Count(pair => pair.First == pair.Second) > 540);
    }

    [Fact]
    public void Classification_Digits_PredictsTheDigits()
    {
        string path = Path.Combine(Tool.Data, "digits.csv");
        string[] columns = File.ReadLines(path).First().Split(',');

        JsonElement results = Train("classification", path, "digit", "--epochs", "10", "--learning-rate", "0.005");

        Assert.Equal("multiclass", results.GetProperty("task").GetString());
        Assert.True(results.GetProperty("metrics").GetProperty("test").GetProperty("microAccuracy").GetDouble() > 0.9);
        IDataView predictions = Predict(path, [.. columns.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i)).SkipLast(1)]);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => $"{digit}"), predictions.GetColumn<string>("PredictedLabel").Distinct().Order(StringComparer.Ordinal));
        VBuffer<ReadOnlyMemory<char>> slots = default;
        predictions.Schema["Score"].GetSlotNames(ref slots);
        Assert.Equal(results.GetProperty("classes").EnumerateArray().Select(name => name.GetString()), slots.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Regression_ColumnsNamedAsMlNetNamesIts_AreNotMixedUp()
    {
        var text = new StringBuilder("Features,Label,Numbers,Score\n");
        for (int i = 0; i < 200; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i % 7},{i % 11},{i % 13},{(i % 7) + (i % 11)}\n");
        string path = _folder.Write("names.csv", text.ToString());

        JsonElement results = Train("regression", path, "Score", "--epochs", "5");

        // A label overwritten by the predictions would agree with them perfectly.
        Assert.True(results.GetProperty("metrics").GetProperty("test").GetProperty("meanSquaredError").GetDouble() > 0);
    }

    [Fact]
    public void Regression_FilesForEachSetAndWeights_AreUsed()
    {
        string header = "x,w,y\n";
        static string Rows(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{1 + (i % 3)},{2 * i}\n")));
        string dataset = _folder.Write("data.tsv", (header + Rows(0, 50)).Replace(',', '\t'));
        _folder.Write("validation.csv", header + Rows(50, 7));
        _folder.Write("test.csv", "y,extra,x,w\n1,a,2,3\n4,b,5,6\n,c,8,9\n");

        JsonElement results = Train("regression", dataset, "2", "--validation-dataset", "validation.csv", "--test-dataset", "test.csv", "--weight-col", "w", "--epochs", "2");

        JsonElement rows = results.GetProperty("rows");
        Assert.Equal((50, 7, 2, 1), (rows.GetProperty("training").GetInt32(), rows.GetProperty("validation").GetInt32(), rows.GetProperty("test").GetInt32(), rows.GetProperty("skipped").GetInt32()));
        Assert.Equal(1, results.GetProperty("features").GetInt32());
    }

    [Fact]
    public void Classification_TestFileOfAnUnknownClass_LeavesItsRowsOut()
    {
        string dataset = _folder.Write("data.csv", Shop(100));
        _folder.Write("test.csv", "age,city,bought\n20,Rome,yes\n60,Oslo,no\n70,Oslo,maybe\n");

        ToolResult result = Tool.Run(_folder.Path, "classification", "--dataset", dataset, "--label-col", "bought", "--test-dataset", "test.csv", "--epochs", "2");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 of the 3 rows of test.csv are of a class that the dataset does not have (line 4: 'maybe')", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>People buy in Rome, or when they are young; some do not tell their age, some not their city.</summary>
    private static string Shop(int rows)
    {
        string[] cities = ["Rome", "Oslo", "Lima"];
        var text = new StringBuilder("age,city,bought\n");
        for (int i = 0; i < rows; i++)
        {
            int age = 18 + (i * 7 % 60);
            string city = cities[i * 5 % 3 == 0 ? 0 : 1 + (i % 2)];
            bool buys = city == "Rome" || age < 35;
            text.Append(CultureInfo.InvariantCulture, $"{(i % 29 == 8 ? "NA" : age)},{(i % 31 == 10 ? "" : city)},{(buys ? "yes" : "no")}\n");
        }
        return text.ToString();
    }

    private JsonElement Train(string command, string dataset, string label, params string[] more)
    {
        ToolResult result = Tool.Run(_folder.Path, [command, "--dataset", dataset, "--label-col", label, "--seed", "1", "--name", "run", "--json", .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private IDataView Predict(string path, TextLoader.Column[] columns)
    {
        var ml = new MLContext();
        ITransformer model = ml.Model.Load(_folder.PathOf("run", "model.zip"), out DataViewSchema inputs);
        Assert.Equal(inputs.Select(column => column.Name), columns.Select(column => column.Name).Where(name => inputs.GetColumnOrNull(name) is not null));
        var options = new TextLoader.Options { Columns = columns, HasHeader = true, Separators = [','], MissingRealsAsNaNs = true };
        return model.Transform(ml.Data.CreateTextLoader(options).Load(path));
    }
}
