using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MLNet.LossExperiments.Losses;
using SkiaSharp;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class LossesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static IEnumerable<string> Names =>
        LossCatalog.Regression.Entries.Select(entry => entry.Name).Concat(LossCatalog.Binary.Entries.Select(entry => entry.Name)).Concat(LossCatalog.Multiclass.Entries.Select(entry => entry.Name));

    [Fact]
    public void List_AllTasks_NamesEachLossOnALineOfItsOwn()
    {
        ToolResult result = Run("losses");
        Assert.Equal(Names, Regex.Matches(result.Output, @"^  (\S+) {2,}\S", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
        Assert.Contains("huber                Huber's loss: squares of small errors, lines for large (delta=1)\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output.Split('\n'), line => line.TrimEnd('\r').EndsWith(' '));
    }

    [Fact]
    public void List_OneTask_NamesItsLossesAlone()
    {
        string output = Run("losses", "--task", "binary").Output;
        Assert.Contains("bce-logits", output, StringComparison.Ordinal);
        Assert.DoesNotContain("  huber", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_LossWithParameters_ExplainsAndDrawsIt()
    {
        string output = Run("losses", "show", "huber:delta=2").Output;
        Assert.All(
            ["Formula", "delta (δ)     2 (default 1; between", "any number", "1 for each label", "identity", "where errors cut off at ±δ balance", "Huber, Robust Estimation", "RegressionLoss.Huber(delta: 2)", "--loss huber:delta=2"],
            words => Assert.Contains(words, output, StringComparison.Ordinal));
        string drawing = output[output.IndexOf("loss (label units^2)", StringComparison.Ordinal)..];
        Assert.Contains("gradient (label units)", drawing, StringComparison.Ordinal);
        Assert.Contains("against prediction - label (label units)", drawing, StringComparison.Ordinal);
        Assert.True(drawing.Count(letter => letter == '*') > 100);
        Assert.All(drawing, letter => Assert.True(char.IsAscii(letter), $"{letter}"));
    }

    [Fact]
    public void Show_NameOfSeveralTasks_ShowsAllUnlessOneIsNamed()
    {
        Assert.Equal(["BinaryLoss.Focal", "MulticlassLoss.Focal"], Calls(Run("losses", "show", "focal")));
        Assert.Equal(["MulticlassLoss.Focal"], Calls(Run("losses", "show", "focal", "--task", "multiclass")));
        Assert.Equal(["BinaryLoss.Focal"], Calls(Tool.Run(_folder.Path, "losses", "show", "focal:alpha=0.3")));
    }

    [Fact]
    public void Show_Compare_DrawsAllButExplainsOne()
    {
        ToolResult result = Run("losses", "show", "huber", "--compare", "mse,student-t:nu=3,scale=2,mae");
        Assert.Equal(["RegressionLoss.Huber"], Calls(result));
        Assert.Contains("* huber:delta=1   o mse   + student-t:nu=3,scale=2   x mae", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Poisson_SaysAtWhichLabel() => Assert.Contains("against prediction - label (label units), at label 1", Run("losses", "show", "poisson").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("losses show hubr", "There is no loss 'hubr'. Did you mean huber? 'mlnet-loss losses' lists all.")]
    [InlineData("losses show huber:delta=0", "'delta' of 'huber' is 0, but must be between 1e-12 and 1e12")]
    [InlineData("losses show huber:gamma=1", "'huber' has no parameter 'gamma'. It takes delta.")]
    [InlineData("losses show huber --task binary", "'huber' is a loss for --task regression, not for binary.")]
    [InlineData("losses show huber --task two", "--task: 'two' is not allowed. Allowed are regression, binary, multiclass.")]
    [InlineData("losses show huber --compare hinge", "--compare: 'hinge' is no loss for regression, so it cannot be drawn beside huber:delta=1.")]
    [InlineData("losses show huber -o huber.gif", "--output: 'huber.gif' must end with .png or .svg")]
    [InlineData("losses show huber --range 3/1", "--range: '3/1' is no range.")]
    [InlineData("losses show poisson --range -9/-2", "--range: From -9 to -2 there is nothing to draw")]
    [InlineData("losses show", "Required argument 'NAME' missing for command: 'show'.")]
    [InlineData("losses shwo huber", "There is no command shwo. Did you mean show?")]
    public void Show_BadInput_SaysWhatIsAllowed(string args, string sentence)
    {
        ToolResult result = Tool.Run(_folder.Path, args.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Show_BadInput_PointsToTheHelpOfTheCommand() => Assert.Contains("See mlnet-loss losses show --help.", Tool.Run(_folder.Path, "losses", "show", "hubr").Error, StringComparison.Ordinal);

    [Fact]
    public void Show_FolderThatIsNotThere_LeavesNothing()
    {
        ToolResult result = Tool.Run(_folder.Path, "losses", "show", "mse", "-o", Path.Combine("none", "mse.png"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{Path.Combine("none", "mse.png")} cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Show_Png_IsAPictureWithBothCurvesAndLetters()
    {
        Assert.Contains("Drawn into huber.png.", Run("losses", "show", "huber", "--compare", "mse", "-o", "huber.png").Output, StringComparison.Ordinal);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(_folder.Path, "huber.png"));
        Assert.Equal((1720, 1600), (picture.Width, picture.Height));
        Assert.Equal(["huber.png"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        for (int half = 0; half < 2; half++)
        {
            Assert.True(Count(picture, half, new SKColor(0x25, 0x63, 0xEB)) > 1000);
            Assert.True(Count(picture, half, new SKColor(0xEA, 0x58, 0x0C)) > 1000);
        }
        // The title stands above the frame, where nothing else is.
        Assert.Contains(Enumerable.Range(0, 60 * picture.Width), place => picture.GetPixel(place % picture.Width, place / picture.Width).Red < 100);
    }

    [Fact]
    public void Show_Svg_IsXmlWithTheLabels()
    {
        Run("losses", "show", "poisson", "-o", "poisson.SVG");
        XDocument picture = XDocument.Load(Path.Combine(_folder.Path, "poisson.SVG"));
        Assert.Equal("svg", picture.Root!.Name.LocalName);
        string text = string.Concat(picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        Assert.All(["poisson", "loss", "gradient", "prediction − label (label units), at label 1"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.True(picture.Descendants().Count(element => element.Name.LocalName == "path") > 4);
    }

    [Fact]
    public void Json_ListAndShow_HaveTheDocumentedFields()
    {
        using JsonDocument list = JsonDocument.Parse(Run("losses", "--json").Output);
        Assert.Equal(Names, list.RootElement.GetProperty("losses").EnumerateArray().Select(loss => loss.GetProperty("name").GetString()));
        Assert.All(list.RootElement.GetProperty("losses").EnumerateArray(), loss => Assert.Equal(JsonValueKind.Null, loss.GetProperty("curve").ValueKind));

        using JsonDocument shown = JsonDocument.Parse(Run("losses", "show", "quantile:tau=0.9", "--range", "-2/2", "--json").Output);
        string document = File.ReadAllText(Path.Combine(Tool.Data, "..", "docs", "losses-command.md")).Split("## JSON")[1];
        Assert.Equal(Regex.Matches(document, @"^\| `([\w.\[\]]+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order(), Paths(shown.RootElement, "").Distinct().Order());

        JsonElement series = shown.RootElement.GetProperty("losses")[0].GetProperty("curve").GetProperty("series")[0];
        double[] x = Numbers(series, "x"), losses = Numbers(series, "losses"), gradients = Numbers(series, "gradients");
        Assert.Equal((-2, 1.8, -0.9), (x[0], Math.Round(losses[0], 12), Math.Round(gradients[0], 12)));
        Assert.Equal((2, 0.2, 0.1), (x[^1], Math.Round(losses[^1], 12), Math.Round(gradients[^1], 12)));
    }

    [Fact]
    public void Show_NoLibTorch_ExplainsWithoutTheCurveAndSaysWhy()
    {
        string tool = Path.Combine(_folder.Path, "tool");
        Directory.CreateDirectory(tool);
        // Without the list of what it consists of, the runtime takes what is there.
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "mlnet-loss.runtimeconfig.json")))
            File.Copy(file, Path.Combine(tool, Path.GetFileName(file)));

        ToolResult result = Tool.RunCopy(tool, _folder.Path, "losses", "show", "huber");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("RegressionLoss.Huber(delta: 1)", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gradient", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TorchSharp", result.Output, StringComparison.Ordinal);
        Assert.Contains("There is no curve, since the loss itself computes it and needs libtorch for that.", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ToolResult Run(params string[] args)
    {
        ToolResult result = Tool.Run(_folder.Path, args);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }

    private static string[] Calls(ToolResult result) => [.. Regex.Matches(result.Output, @"^  C# +(\w+\.\w+)\(", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static int Count(SKBitmap picture, int half, SKColor color) =>
        Enumerable.Range(half * picture.Height / 2, picture.Height / 2).Sum(y => Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y) == color));

    /// <summary>Where values stand in a document: losses[].parameters[].name.</summary>
    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Paths(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Paths(item, $"{path}[]")),
        _ => [path],
    };
}
