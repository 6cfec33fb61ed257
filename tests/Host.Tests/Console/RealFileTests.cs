using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Files as people have them, from training to predictions.</summary>
public sealed class RealFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Regression_NumbersCategoriesTruthValuesAndDates_LearnsFromEachAndPredicts()
    {
        var text = new StringBuilder("day;shop;open;temperature;note;sales\n");
        for (int i = 0; i < 300; i++)
        {
            var day = new DateTime(2024, 1, 1).AddDays(i);
            bool isOpen = i % 3 != 0;
            text.Append(CultureInfo.InvariantCulture, $"{day:dd.MM.yyyy};{(i % 2 == 0 ? "north" : "south")};{(isOpen ? i % 2 == 0 ? "yes" : "YES" : "No")};{(i % 17 == 0 ? "-" : $"{i % 20},5")};\"a \"\"quoted\"\"\nnote {i}\";{(isOpen ? 100 + (i % 7) : 10)},25\n");
        }
        File.WriteAllText(_folder.PathOf("sales.csv"), text.ToString(), Encoding.Unicode);

        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "sales.csv", "--label-col", "sales", "--seed", "1", "--epochs", "100", "--learning-rate", "0.01", "--name", "run");

        Assert.Equal(0, trained.ExitCode);
        Assert.Contains("Taken for dates: day", trained.Error, StringComparison.Ordinal);
        Assert.Contains("Taken for categories: shop", trained.Error, StringComparison.Ordinal);
        Assert.Contains("Taken for true or false: open", trained.Error, StringComparison.Ordinal);
        Assert.Contains("Left out for having a different text in each row, as identifiers have: note", trained.Error, StringComparison.Ordinal);
        using var config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("run", "config.json")));
        Assert.Equal(["date", "category", "boolean", "number"], config.RootElement.GetProperty("columns").GetProperty("features").EnumerateArray().Select(column => column.GetProperty("kind").GetString()));
        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "run", "--dataset", "sales.csv", "--label-col", "sales", "--json");
        using var results = JsonDocument.Parse(evaluated.Output);
        Assert.True(results.RootElement.GetProperty("metrics").GetProperty("rSquared").GetDouble() > 0.95, evaluated.Output);
    }

    [Theory]
    [InlineData("4,5 5,5", 2)]
    [InlineData("4,5 5,5 7", 3)]
    public void Classification_ClassesWithDecimalCommas_AreFoundAgainInLabels(string classes, int count)
    {
        string[] names = classes.Split(' ');
        _folder.Write("shoes.csv", "length;width;size\n" + string.Concat(Enumerable.Range(0, 150).Select(i => $"{i % count}{i % 10},{i % 7};{(i % 5) + 10},25;{names[i % count]}\n")));

        ToolResult trained = Tool.Run(_folder.Path, "classification", "--dataset", "shoes.csv", "--label-col", "size", "--epochs", "40", "--learning-rate", "0.01", "--seed", "1", "--name", "run");
        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "run", "--dataset", "shoes.csv", "--label-col", "size", "--json");

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.DoesNotContain("does not know", File.ReadAllText(_folder.PathOf("run", "report.html")), StringComparison.Ordinal);
        using var results = JsonDocument.Parse(evaluated.Output);
        Assert.Equal("{\"evaluated\":150,\"unlabeled\":0,\"unknown\":0}", JsonSerializer.Serialize(results.RootElement.GetProperty("rows")));
        Assert.True(results.RootElement.GetProperty("metrics").GetProperty(count == 2 ? "accuracy" : "microAccuracy").GetDouble() > 0.9, evaluated.Output);
    }

    [Fact]
    public void Regression_ColumnTypeSaid_IsTakenForThat()
    {
        _folder.Write("zip.csv", "zip,y\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"{10000 + (i % 4)},{i % 4}\n")));

        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "zip.csv", "--label-col", "y", "--column-type", "zip=category", "--epochs", "5", "--seed", "1", "--json");

        using var results = JsonDocument.Parse(trained.Output);
        Assert.Equal(4, results.RootElement.GetProperty("features").GetInt32());
        using var config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("zip-regression", "config.json")));
        Assert.Equal("zip=category", config.RootElement.GetProperty("options").GetProperty("column-type")[0].GetString());
    }

    [Theory]
    [InlineData("zip", "--column-type: 'zip' does not say what a column holds. Write COLUMN=TYPE")]
    [InlineData("zip=colour", "--column-type: 'colour' is not allowed. Allowed are number, category, boolean, date.")]
    [InlineData("zip=date,zip=number", "--column-type says of 'zip' two things: date and number.")]
    public void Regression_ColumnTypeThatMakesNoSense_SaysWhy(string type, string expected)
    {
        _folder.Write("zip.csv", "zip,y\n1,2\n3,4\n5,6\n");

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "zip.csv", "--label-col", "y", "--column-type", type);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_ThousandsOfCategories_ShareSlots()
    {
        _folder.Write("many.csv", "word,x,y\n" + string.Concat(Enumerable.Range(0, 6000).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i % 1400},{i % 9},{i % 9}\n"))));

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "many.csv", "--label-col", "y", "--epochs", "2", "--seed", "1", "--json");

        Assert.Contains("Taken for categories, which are so many that some share a slot: word", result.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(1025, document.RootElement.GetProperty("features").GetInt32());
    }

    [Fact]
    public void Regression_TenThousandColumns_TrainsAndPredicts()
    {
        const int columns = 10_000;
        var random = new Random(1);
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(i => $"c{i}")) + ",y\n");
        for (int row = 0; row < 40; row++)
            text.Append(string.Join(',', Enumerable.Range(0, columns).Select(_ => random.Next(10)))).Append(CultureInfo.InvariantCulture, $",{row}\n");
        _folder.Write("wide.csv", text.ToString());

        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "wide.csv", "--label-col", "y", "--epochs", "2", "--seed", "1", "--name", "run");

        Assert.Equal(0, trained.ExitCode);
        Assert.Equal(41, Tool.Run(_folder.Path, "predict", "run", "--dataset", "wide.csv").Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Classification_EmptyAndDoubleNames_AreNumbered()
    {
        _folder.Write("names.csv", ",x,x,label\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 2},{i % 3},{i % 5},{(i % 2 == 0 ? "a" : "b")}\n")));

        ToolResult result = Tool.Run(_folder.Path, "classification", "--dataset", "names.csv", "--label-col", "label", "--epochs", "3", "--seed", "1");

        Assert.Equal(0, result.ExitCode);
        using var config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("names-classification", "config.json")));
        Assert.Equal(["col0", "x", "x_2"], config.RootElement.GetProperty("columns").GetProperty("features").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
    }

    public void Dispose() => _folder.Dispose();
}
