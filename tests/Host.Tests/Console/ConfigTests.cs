using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class ConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ConfigTests() => File.Copy(Path.Combine(Tool.Data, "boston.csv"), _folder.PathOf("boston.csv"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Yaml_TakesOptionsAndTheCommandLineComesFirst()
    {
        Directory.CreateDirectory(_folder.PathOf("sub"));
        _folder.Write("sub/run.yaml", "command: regression\ndataset: ../boston.csv   # from this file's folder\nlabel-col: 13\nhidden: [6, 4]\nepochs: 4\nbatch-norm: yes please\nignore-cols: [B, ZN]\nseed: 3\noutput: out\nlearning-rate: 1e-2\njson: true\n");

        ToolResult result = Tool.Run(_folder.Path, "regression", "--config", "sub/run.yaml", "--epochs", "2", "--batch-norm", "--patience=0");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement options = OptionsOf("sub", "out", "boston-regression");
        Assert.Equal(("6,4", "2", "true", "3", "0.01"), (Text(options, "hidden"), Text(options, "epochs"), Text(options, "batch-norm"), Text(options, "seed"), Text(options, "learning-rate")));
        Assert.Equal("BZN", string.Concat(options.GetProperty("ignore-cols").EnumerateArray().Select(name => name.GetString())));
        using JsonDocument results = JsonDocument.Parse(result.Output);
        Assert.Equal(2, results.RootElement.GetProperty("history").GetArrayLength());
    }

    [Theory]
    [InlineData("regression", "run.yaml", "epochs: 5\nepoch: 6\nbatchsize: 3\n", "run.yaml, line 2, column 1: regression has no option 'epoch'. Did you mean epochs?|run.yaml, line 3, column 1: regression has no option 'batchsize'. Did you mean batch-size?")]
    [InlineData("regression", "run.yaml", "epochs: many\n", "run.yaml, line 1, column 1: --epochs: 'many' is not a whole number.")]
    [InlineData("regression", "run.yaml", "\nepochs: 0\n", "run.yaml, line 2, column 1: --epochs is 0, but must be at least 1.")]
    [InlineData("regression", "run.json", "{\n \"batch-norm\": 1 }", "run.json, line 2, column 2: --batch-norm: '1' is neither true nor false.")]
    [InlineData("regression", "run.yaml", "dropout: {p: 0.5}\n", "run.yaml, line 1, column 1: 'dropout' is a group of names and values, but must be a single value or a list.")]
    [InlineData("regression", "run.yaml", "dropout:\n", "run.yaml, line 1, column 1: 'dropout' has no value. Give it one, or take the line out.")]
    [InlineData("regression", "run.yaml", "hidden: []\n", "run.yaml, line 1, column 1: 'hidden' is an empty list.")]
    [InlineData("regression", "run.yaml", "hidden: [[3]]\n", "run.yaml, line 1, column 1: 'hidden' is a list of lists, but must be a plain list or a single value.")]
    [InlineData("regression", "run.yaml", "loss: msee\n", "run.yaml, line 1, column 1: --loss: There is no regression loss 'msee'. Did you mean mse or msle?")]
    [InlineData("regression", "run.yaml", "command: compare\n", "run.yaml is a config of 'compare', not of 'regression'. Run mlnet-loss compare --config run.yaml")]
    [InlineData("regression", "run.yaml", "config: other.yaml\n", "run.yaml, line 1, column 1: regression has no option 'config'.")]
    [InlineData("compare", "run.yaml", "losses: [mse, hubr]\n", "run.yaml, line 1, column 1: --losses: ")]
    [InlineData("compare", "run.yaml", "folds: 1\n", "run.yaml, line 1, column 1: --folds is 1, but must be at least 2")]
    public void Run_ConfigThatDoesNotServe_NamesFileLineAndOption(string command, string name, string text, string expected)
    {
        _folder.Write(name, text);

        ToolResult result = Tool.Run(_folder.Path, command, "--dataset", "boston.csv", "--label-col", "MEDV", "--config", name);

        Assert.Equal(2, result.ExitCode);
        foreach (string sentence in expected.Split('|'))
            Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Run_ConfigWithoutARequiredOption_SaysSo()
    {
        _folder.Write("run.yaml", "dataset: boston.csv\n");
        ToolResult result = Tool.Run(_folder.Path, "regression", "--config", "run.yaml");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Option '--label-col' is required.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ListsOfACompareConfig_AreWrittenAsTheOptionsWantThem()
    {
        _folder.Write("compare.yaml", "dataset: boston.csv\nlabel-col: MEDV\nlosses: [mse, 'student-t:nu=3,scale=2']\nseeds: [4, 9]\nholdout: 0.3\narchitectures: [[8, 4], 3, []]\nlearning-rates: [0.01, 0.03]\nepochs: 2\nname: lists\n");

        ToolResult result = Tool.Run(_folder.Path, "compare", "--config", "compare.yaml");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement options = OptionsOf("lists");
        Assert.Equal(("mse,student-t:nu=3,scale=2", "4,9", "0.3", "8,4;3;none", "0.01,0.03"), (Text(options, "losses"), Text(options, "seeds"), Text(options, "holdout"), Text(options, "architectures"), Text(options, "learning-rates")));
    }

    [Fact]
    public void Run_AlternativeOnTheCommandLine_IsNotUndoneByTheFile()
    {
        _folder.Write("compare.yaml", "dataset: boston.csv\nlabel-col: MEDV\nlosses: mse,mae\nseeds: 1\nholdout: 0.3\narchitectures: '8;3'\nepochs: 2\nname: other\n");

        ToolResult result = Tool.Run(_folder.Path, "compare", "--config", "compare.yaml", "--folds", "2", "--hidden", "5");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement options = OptionsOf("other");
        Assert.Equal(("2", "5"), (Text(options, "folds"), Text(options, "hidden")));
        Assert.False(options.TryGetProperty("holdout", out _));
        Assert.False(options.TryGetProperty("architectures", out _));
    }

    // The file that every run leaves behind repeats it: the same split, the same weights, the same predictions, to the bit.
    [Theory]
    [InlineData("regression", "--loss gaussian-nll --members 2 --hidden 8,4 --dropout 0.2 --split-ratio 0.123456 --ignore-cols B,ZN --schedule cosine --epochs 5 --weight-decay 0.013")]
    [InlineData("classification", "--label-col RAD --hidden 8 --epochs 5 --batch-norm --optimizer sgd --momentum 0.9 --normalize robust")]
    [InlineData("compare", "--losses mse,huber:delta=2 --seeds 3,5 --folds 2 --hidden 6 --epochs 5")]
    public void Run_ConfigOfARun_RepeatsItToTheBit(string command, string more)
    {
        string[] label = more.Contains("--label-col", StringComparison.Ordinal) ? [] : ["--label-col", "MEDV"];
        string[] seed = command == "compare" ? [] : ["--seed", "7"];
        ToolResult first = Tool.Run(_folder.Path, [command, "--dataset", "boston.csv", .. label, .. seed, "--name", "first", .. more.Split(' ')]);
        Assert.True(first.ExitCode == 0, first.Error);

        ToolResult second = Tool.Run(_folder.Path, command, "--config", "first/config.json", "--name", "second");

        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Equal(Scores("first"), Scores("second"));
        Assert.Equal(OptionsOf("first").GetRawText().Replace("\"first\"", "\"second\"", StringComparison.Ordinal), OptionsOf("second").GetRawText());
        if (command == "compare")
            Assert.Equal(CellMetrics("first"), CellMetrics("second"));
    }

    [Fact]
    public void Run_ResponseFile_IsReadAsWords()
    {
        _folder.Write("args.txt", "--dataset boston.csv\n--label-col MEDV\n# a comment\n--epochs 2 --seed 1\n");

        ToolResult result = Tool.Run(_folder.Path, "regression", "@args.txt", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("2", Text(OptionsOf("boston-regression"), "epochs"));
    }

    private JsonElement OptionsOf(params string[] run)
    {
        using JsonDocument config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf([.. run, "config.json"])));
        return config.RootElement.GetProperty("options").Clone();
    }

    private static string Text(JsonElement options, string name) => options.GetProperty(name).GetString()!;

    private float[] Scores(string run)
    {
        var ml = new MLContext();
        ITransformer model = ml.Model.Load(_folder.PathOf(run, "model.zip"), out DataViewSchema inputs);
        string[] header = File.ReadLines(_folder.PathOf("boston.csv")).First().Split(',');
        TextLoader.Column[] columns = [.. inputs.Select(column => new TextLoader.Column(column.Name, DataKind.Single, Array.IndexOf(header, column.Name)))];
        IDataView predictions = model.Transform(ml.Data.LoadFromTextFile(_folder.PathOf("boston.csv"), columns, ',', hasHeader: true));
        return predictions.Schema["Score"].Type is VectorDataViewType ? [.. predictions.GetColumn<float[]>("Score").SelectMany(row => row)] : [.. predictions.GetColumn<float>("Score")];
    }

    private string[] CellMetrics(string run)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(run, "comparison.json")));
        return [.. document.RootElement.GetProperty("comparison").GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("metrics").GetRawText())];
    }
}
