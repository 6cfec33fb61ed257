using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The files in data/ are what data/README.md says they are.</summary>
public partial class ShippedDataTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "data");

    private static string[][] Read(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Select(line => line.Split(','))];

    private static double[] Column(string file, string name)
    {
        string[][] lines = Read(file);
        int column = Array.IndexOf(lines[0], name);
        return [.. lines.Skip(1).Select(line => double.Parse(line[column], CultureInfo.InvariantCulture))];
    }

    private static bool IsFinite(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);

    [Fact]
    public void Readme_EveryFile_HasItsHash()
    {
        string readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var listed = HashLine().Matches(readme).ToDictionary(m => m.Groups["file"].Value, m => m.Groups["hash"].Value);
        string[] files = [.. Directory.GetFiles(Folder, "*.csv").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file =>
            Assert.Equal(listed[file], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))))));
    }

    [Theory]
    [InlineData("boston.csv", 506, 14)]
    [InlineData("breast-cancer.csv", 569, 31)]
    [InlineData("digits.csv", 1797, 65)]
    [InlineData("xor.csv", 1000, 3)]
    public void Rows_File_AreCompleteNumbersBeforeTheLabel(string file, int rows, int columns)
    {
        string[][] lines = Read(file);
        Assert.Equal(rows + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Length));
        Assert.All(lines.Skip(1).SelectMany(line => line.SkipLast(1)), value => Assert.True(IsFinite(value), value));
    }

    [Fact]
    public void Header_Boston_IsTheTutorials() => Assert.Equal(
        ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE", "DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT", "MEDV"],
        Read("boston.csv")[0]);

    [Fact]
    public void Header_BreastCancer_HasTenPropertiesThreeTimes()
    {
        string[] properties =
            ["radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points", "symmetry", "fractal dimension"];
        IEnumerable<string> means = properties.Select(p => $"mean {p}"), errors = properties.Select(p => $"{p} error");
        Assert.Equal([.. means, .. errors, .. properties.Select(p => $"worst {p}"), "diagnosis"], Read("breast-cancer.csv")[0]);
    }

    [Fact]
    public void Header_Digits_CountsRowsThenColumns() =>
        Assert.Equal([.. Enumerable.Range(0, 64).Select(i => $"pixel_{i / 8}_{i % 8}"), "digit"], Read("digits.csv")[0]);

    [Fact]
    public void Header_Xor_HasTwoNumbersAndTheLabel() => Assert.Equal(["x1", "x2", "label"], Read("xor.csv")[0]);

    [Theory]
    [InlineData("boston.csv", "CRIM", 0.00632, 88.9762, 1828.44292)]
    [InlineData("boston.csv", "ZN", 0, 100, 5750)]
    [InlineData("boston.csv", "INDUS", 0.46, 27.74, 5635.21)]
    [InlineData("boston.csv", "CHAS", 0, 1, 35)]
    [InlineData("boston.csv", "NOX", 0.385, 0.871, 280.6757)]
    [InlineData("boston.csv", "RM", 3.561, 8.78, 3180.025)]
    [InlineData("boston.csv", "AGE", 2.9, 100, 34698.9)]
    [InlineData("boston.csv", "DIS", 1.1296, 12.1265, 1920.2916)]
    [InlineData("boston.csv", "RAD", 1, 24, 4832)]
    [InlineData("boston.csv", "TAX", 187, 711, 206568)]
    [InlineData("boston.csv", "PTRATIO", 12.6, 22, 9338.5)]
    [InlineData("boston.csv", "B", 0.32, 396.9, 180477.06)]
    [InlineData("boston.csv", "LSTAT", 1.73, 37.97, 6402.45)]
    [InlineData("boston.csv", "MEDV", 5, 50, 506 * 22.532806324110677)]
    [InlineData("breast-cancer.csv", "mean radius", 6.981, 28.11, 8038.429)]
    [InlineData("breast-cancer.csv", "mean concavity", 0, 0.4268, 50.5268107)]
    [InlineData("breast-cancer.csv", "fractal dimension error", 0.0008948, 0.02984, 2.1593003)]
    [InlineData("breast-cancer.csv", "worst area", 185.2, 4254, 501051.8)]
    [InlineData("xor.csv", "x1", -0.324, 1.2869, 500.0806)]
    [InlineData("xor.csv", "x2", -0.3154, 1.3532, 501.0656)]
    public void Column_Values_HaveTheKnownRangeAndSum(string file, string column, double least, double greatest, double sum)
    {
        double[] values = Column(file, column);
        Assert.Equal(least, values.Min());
        Assert.Equal(greatest, values.Max());
        Assert.Equal(sum, values.Sum(), 1e-6);
    }

    [Theory]
    [InlineData("breast-cancer.csv", "benign 357, malignant 212")]
    [InlineData("digits.csv", "0 178, 1 182, 2 177, 3 183, 4 181, 5 182, 6 181, 7 179, 8 174, 9 180")]
    [InlineData("xor.csv", "0 500, 1 500")]
    public void Label_Classes_HaveTheKnownCounts(string file, string counts)
    {
        IEnumerable<KeyValuePair<string, int>> classes = Read(file).Skip(1).CountBy(line => line[^1]);
        Assert.Equal(counts, string.Join(", ", classes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));
    }

    [Fact]
    public void Digits_Pixels_AreFrom0To16()
    {
        IEnumerable<string> values = Read("digits.csv").Skip(1).SelectMany(line => line.SkipLast(1));
        int[] pixels = [.. values.Select(value => int.Parse(value, CultureInfo.InvariantCulture))];
        Assert.Equal((0, 16), (pixels.Min(), pixels.Max()));
        Assert.Equal(561718, pixels.Sum());
    }

    [GeneratedRegex(@"^\| `(?<file>[\w.-]+\.csv)` .*`(?<hash>[0-9a-f]{64})` \|$", RegexOptions.Multiline)]
    private static partial Regex HashLine();
}
