using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class ExportTests : IDisposable
{
    private const double Tolerance = 1e-5;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--batch-norm true --hidden 12,7 --normalize robust")]
    [InlineData("--loss quantiles:levels=0.1/0.5/0.9 --members 2 --normalize minmax")]
    [InlineData("--loss gaussian-nll --activation mish")]
    [InlineData("--loss poisson --activation gelu")]
    [InlineData("--output-range 0..60 --activation selu")]
    public void Export_RegressionToOnnx_PredictsTheSame(string settings)
    {
        string path = Path.Combine(Tool.Data, "boston.csv");
        Train("regression", path, "MEDV", ["--epochs", "3", .. settings.Split(' ')]);

        JsonElement document = Export("onnx");

        Assert.Equal(13, document.GetProperty("inputs").GetArrayLength());
        Assert.Equal(12, document.GetProperty("operatorSet").GetInt32());
        AssertSame(path, "Score");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--loss hinge")]
    [InlineData("--loss hinge --calibration platt")]
    [InlineData("--loss hinge --calibration isotonic --members 2")]
    public void Export_WordsAndMissingNumbersToOnnx_PredictsTheSame(string settings)
    {
        string path = _folder.Write("shop.csv", Shop(400));
        Train("classification", path, "bought", ["--epochs", "5", .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        JsonElement document = Export("onnx");

        Assert.Equal(["age", "city"], document.GetProperty("inputs").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        AssertSame(path, settings == "--loss hinge" ? ["Score"] : ["Score", "Probability"], "PredictedLabel");
    }

    [Fact]
    public void Export_MoreClassesToOnnx_PredictsTheSame()
    {
        string path = _folder.Write("fruit.csv", "weight,kind\n" + string.Concat(Enumerable.Range(0, 150).Select(i => $"{i % 50},{((string[])["apple", "plum", "pear"])[i % 50 / 20]}\n")));
        Train("classification", path, "kind", "--epochs", "5");

        Export("onnx");

        AssertSame(path, ["Score"], "PredictedLabel");
    }

    [Fact]
    public void Export_TruthValuesAndManyCategoriesToOnnx_PredictsTheSame()
    {
        string path = _folder.Write("mix.csv", "member,street,x,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{((string[])["yes", "no", ""])[i % 3]},street {i % 150},{i},{i % 7}\n")));
        Train("regression", path, "y", "--epochs", "2", "--max-categories", "100");

        Export("onnx");

        AssertSame(path, "Score");
    }

    [Fact]
    public void Export_DatesToOnnx_AreRefusedByName()
    {
        string path = _folder.Write("dates.csv", "joined,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"2024-0{1 + (i % 9)}-1{i % 10},{i % 7}\n")));
        Train("regression", path, "y", "--epochs", "1");

        ToolResult result = Tool.Run(_folder.Path, "export", "run", "--format", "onnx");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("DateFeaturesTransformer, which makes the column 'joined as number', has no form in ONNX.", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(File.Exists(_folder.PathOf("run.onnx")));
    }

    [Fact]
    public void Export_DigitsToOnnx_PredictsTheSame()
    {
        string path = Path.Combine(Tool.Data, "digits.csv");
        Train("classification", path, "digit", "--epochs", "2");

        Export("onnx");

        AssertSame(path, ["Score"], "PredictedLabel");
    }

    [Fact]
    public void Export_NumbersAsClassesToOnnx_PredictsTheSame()
    {
        string path = _folder.Write("numbers.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i > 40 ? 1 : 0)}\n")));
        Train("classification", path, "y", "--epochs", "3");

        Export("onnx");

        AssertSame(path, ["Score", "Probability"], "PredictedLabel");
    }

    [Fact]
    public void Export_ToJson_HasColumnsLayersAndClasses()
    {
        Train("classification", _folder.Write("shop.csv", Shop(200)), "bought", "--epochs", "2", "--hidden", "6");

        JsonElement document = Export("json");

        JsonElement json = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(document.GetProperty("output").GetString()!))).RootElement;
        Assert.Equal(["no", "yes"], json.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["age", "city"], json.GetProperty("inputColumns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.Equal(["Numbers.age", "age is missing", "city.Rome", "city.Lima", "city.Oslo"], json.GetProperty("features").GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(6, json.GetProperty("networks")[0].GetProperty("layers")[0].GetProperty("outputs").GetInt32());
    }

    [Fact]
    public void Export_ForPeople_SaysWhatAndWhere()
    {
        Train("regression", Path.Combine(Tool.Data, "boston.csv"), "MEDV", "--epochs", "1");

        ToolResult result = Tool.Run(_folder.Path, "export", "run/model.zip", "--format", "onnx", "-o", "here.onnx");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Takes CRIM: float, ", result.Output, StringComparison.Ordinal);
        Assert.Contains("Gives Score: float", result.Output, StringComparison.Ordinal);
        Assert.Contains("Written to here.onnx (ONNX, operators of version 12)", result.Output, StringComparison.Ordinal);
        Assert.Equal(["here.onnx", "run"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Export_SomethingIsThere_IsLeftAsItWasWithoutForce()
    {
        Train("regression", Path.Combine(Tool.Data, "boston.csv"), "MEDV", "--epochs", "1");
        _folder.Write("run.json", "mine");
        Directory.CreateDirectory(_folder.PathOf("run-csharp"));
        File.WriteAllText(_folder.PathOf("run-csharp", "mine.txt"), "mine");

        ToolResult file = Tool.Run(_folder.Path, "export", "run", "--format", "json");
        ToolResult folder = Tool.Run(_folder.Path, "export", "run", "--format", "csharp");

        Assert.Equal((1, 1), (file.ExitCode, folder.ExitCode));
        Assert.StartsWith("run.json is there already. Replace it with --force", file.Error, StringComparison.Ordinal);
        Assert.StartsWith("The folder run-csharp is not empty. Write into it all the same with --force", folder.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("run.json")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.PathOf("run-csharp")));
        Assert.Equal(0, Tool.Run(_folder.Path, "export", "run", "--format", "json", "--force").ExitCode);
        Assert.Equal(0, Tool.Run(_folder.Path, "export", "run", "--format", "csharp", "--force").ExitCode);
        Assert.StartsWith("{", File.ReadAllText(_folder.PathOf("run.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("run-csharp", "mine.txt")));
    }

    [Theory]
    [InlineData("nowhere.zip", "There is no model nowhere.zip.")]
    [InlineData(".", "The folder . holds no model.zip.")]
    [InlineData("text.zip", "text.zip cannot be loaded as a model of ML.NET: ")]
    [InlineData("other.zip", "other.zip cannot be loaded as a model of ML.NET: ")]
    [InlineData("damaged.zip", "damaged.zip cannot be loaded as a model of ML.NET: ")]
    public void Export_NoModel_SaysWhyAndWritesNothing(string model, string expected)
    {
        _folder.Write("text.zip", "no zip");
        WriteZip("other.zip", "readme.txt");
        WriteZip("damaged.zip", "TransformerChain/Model.key");
        string[] before = Directory.GetFileSystemEntries(_folder.Path);

        ToolResult result = Tool.Run(_folder.Path, "export", model, "--format", "onnx");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Export_ModelOfOthers_IsToldApart()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Point { X = i, Y = 2 * i }));
        ITransformer linear = ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.Sdca("Y")).Fit(data);
        ml.Model.Save(linear, data.Schema, _folder.PathOf("linear.zip"));
        ITransformer bins = ml.Transforms.NormalizeBinning("X", maximumBinCount: 4).Append(ml.Transforms.Concatenate("Features", "X")).Append(ml.Regression.Trainers.Sdca("Y")).Fit(data);
        ml.Model.Save(bins, data.Schema, _folder.PathOf("bins.zip"));

        ToolResult onnx = Tool.Run(_folder.Path, "export", "linear.zip", "--format", "onnx");
        ToolResult json = Tool.Run(_folder.Path, "export", "linear.zip", "--format", "json");
        ToolResult unfit = Tool.Run(_folder.Path, "export", "bins.zip", "--format", "onnx");

        Assert.True(onnx.ExitCode == 0, onnx.Error);
        Assert.Contains("Takes X: float", onnx.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (json.ExitCode, unfit.ExitCode));
        Assert.StartsWith("linear.zip: The model has no network of MLNet.LossExperiments", json.Error, StringComparison.Ordinal);
        Assert.StartsWith("bins.zip: NormalizingTransformer has no form in ONNX for the column 'X'", unfit.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("bins.onnx")));
    }

    [Fact]
    public void Export_FastTreeToCSharp_ReferencesItsPackage()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Point { X = i, Y = 2 * i }));
        ITransformer trees = ml.Transforms.Concatenate("Features", "X").Append(ml.Regression.Trainers.FastTree("Y", numberOfTrees: 2)).Fit(data);
        ml.Model.Save(trees, data.Schema, _folder.PathOf("trees.zip"));

        ToolResult result = Tool.Run(_folder.Path, "export", "trees.zip", "--format", "csharp");

        Assert.True(result.ExitCode == 0, result.Error);
        string[] references = [.. File.ReadLines(_folder.PathOf("trees-csharp", "TreesCsharp.csproj")).Where(line => line.Contains("PackageReference", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];
        Assert.Equal(["Microsoft.ML", "Microsoft.ML.FastTree", "MLNet.LossExperiments.Transforms"], references);
    }

    [Theory]
    [InlineData("export run --format pdf", "--format: 'pdf' is not allowed. Allowed are onnx, csharp, json.")]
    [InlineData("export run", "Option '--format' is required.")]
    [InlineData("export --format onnx", "Required argument 'MODEL' missing for command: 'export'.")]
    public void Export_CommandThatMakesNoSense_SaysWhyAndExitsWith2(string line, string expected)
    {
        ToolResult result = Tool.Run(_folder.Path, line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_LibTorchIsNotThere_WorksAllTheSame()
    {
        Train("regression", Path.Combine(Tool.Data, "boston.csv"), "MEDV", "--epochs", "1");
        string application = _folder.PathOf("application");
        Directory.CreateDirectory(application);
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "mlnet-loss.runtimeconfig.json")))
            File.Copy(file, Path.Combine(application, Path.GetFileName(file)));

        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(application, "mlnet-loss.dll"), "export", "run", "--format", "onnx"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.DoesNotContain(Directory.GetFiles(application), file => Path.GetFileName(file).StartsWith("libtorch", StringComparison.Ordinal));
        Assert.True(process.ExitCode == 0, error);
        Assert.True(File.Exists(_folder.PathOf("run.onnx")));
    }

    public void Dispose() => _folder.Dispose();

    private static string Shop(int rows)
    {
        string[] cities = ["Rome", "Oslo", "Lima"];
        var text = new StringBuilder("age,city,bought\n");
        for (int i = 0; i < rows; i++)
        {
            int age = 18 + (i * 7 % 60);
            string city = cities[i * 5 % 3 == 0 ? 0 : 1 + (i % 2)];
            text.Append(CultureInfo.InvariantCulture, $"{(i % 29 == 8 ? "NA" : age)},{(i % 31 == 10 ? "" : city)},{(city == "Rome" || age < 35 ? "yes" : "no")}\n");
        }
        return text.ToString();
    }

    private void WriteZip(string name, string entry)
    {
        using var zip = new System.IO.Compression.ZipArchive(File.Create(_folder.PathOf(name)), System.IO.Compression.ZipArchiveMode.Create);
        zip.CreateEntry(entry);
    }

    private void Train(string command, string dataset, string label, params string[] more)
    {
        ToolResult result = Tool.Run(_folder.Path, [command, "--dataset", dataset, "--label-col", label, "--seed", "1", "--name", "run", .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private JsonElement Export(string format)
    {
        ToolResult result = Tool.Run(_folder.Path, "export", "run", "--format", format, "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private void AssertSame(string path, params string[] columns) => AssertSame(path, columns, null);

    /// <summary>Holds ONNX Runtime, given all rows at once, against ML.NET.</summary>
    private void AssertSame(string path, string[] numbers, string? words)
    {
        var ml = new MLContext();
        ITransformer model = ml.Model.Load(_folder.PathOf("run", "model.zip"), out DataViewSchema schema);
        string[] header = File.ReadLines(path).First().Split(',');
        TextLoader.Column[] columns = [.. schema.Select(column => new TextLoader.Column(column.Name, column.Type is TextDataViewType ? DataKind.String : DataKind.Single, Array.IndexOf(header, column.Name)))];
        IDataView data = ml.Data.CreateTextLoader(new TextLoader.Options { Columns = columns, HasHeader = true, Separators = [','], MissingRealsAsNaNs = true }).Load(path);
        IDataView expected = model.Transform(data);

        using var session = new InferenceSession(_folder.PathOf("run.onnx"));
        NamedOnnxValue[] inputs = [.. schema.Select(column => column.Type is TextDataViewType
            ? NamedOnnxValue.CreateFromTensor(column.Name, Tensor(data.GetColumn<string>(column.Name)))
            : NamedOnnxValue.CreateFromTensor(column.Name, Tensor(data.GetColumn<float>(column.Name))))];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(inputs);

        foreach (string column in numbers)
        {
            float[] wanted = expected.Schema[column].Type is VectorDataViewType
                ? [.. expected.GetColumn<float[]>(column).SelectMany(row => row)]
                : [.. expected.GetColumn<float>(column)];
            float[] got = [.. results.Single(result => result.Name == column).AsTensor<float>()];
            Assert.Equal(wanted.Length, got.Length);
            Assert.All(wanted.Zip(got), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
        }
        if (words is not null)
            Assert.Equal(expected.GetColumn<string>(words), results.Single(result => result.Name == words).AsTensor<string>());
    }

    private static DenseTensor<T> Tensor<T>(IEnumerable<T> values)
    {
        T[] all = [.. values];
        return new DenseTensor<T>(all, [all.Length, 1]);
    }

    private sealed class Point
    {
        public float X { get; set; }

        public float Y { get; set; }
    }
}
