using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The files in data/ are what data/README.md says they are.</summary>
public class ShippedDataTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "data");

    private static string[][] Read(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Select(line => line.Split(','))];

    private static double[] Column(string file, string name)
    {
        string[][] lines = Read(file);
        int column = Array.IndexOf(lines[0], name);
        return [.. lines.Skip(1).Select(line => double.Parse(line[column], CultureInfo.InvariantCulture))];
    }

    [Fact]
    public void Readme_EveryFile_HasItsHash()
    {
        string readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var listed = Regex.Matches(readme, @"^\| `(?<file>[\w.-]+\.csv)` .*`(?<hash>[0-9a-f]{64})` \|$", RegexOptions.Multiline).ToDictionary(m => m.Groups["file"].Value, m => m.Groups["hash"].Value);
        string[] files = [.. Directory.GetFiles(Folder, "*.csv").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(listed[file], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))))));
    }

    [Theory]
    [InlineData("boston.csv", 506, 14, "MEDV")]
    [InlineData("breast-cancer.csv", 569, 31, "diagnosis")]
    [InlineData("digits.csv", 1797, 65, "digit")]
    [InlineData("xor.csv", 1000, 3, "label")]
    public void Rows_File_AreCompleteWithTheLabelLast(string file, int rows, int columns, string label)
    {
        string[][] lines = Read(file);
        Assert.Equal(rows + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Length));
        Assert.Equal(label, lines[0][^1]);
        Assert.All(lines.Skip(1).SelectMany(line => line.SkipLast(1)), value => Assert.True(double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number), value));
    }

    [Theory]
    [InlineData("boston.csv", "CRIM", 0.00632, 88.9762, 1828.44292)]
    [InlineData("boston.csv", "CHAS", 0, 1, 35)]
    [InlineData("boston.csv", "RM", 3.561, 8.78, 3180.025)]
    [InlineData("boston.csv", "TAX", 187, 711, 206568)]
    [InlineData("boston.csv", "B", 0.32, 396.9, 180477.06)]
    [InlineData("boston.csv", "LSTAT", 1.73, 37.97, 6402.45)]
    [InlineData("boston.csv", "MEDV", 5, 50, 11401.6)]
    [InlineData("breast-cancer.csv", "mean radius", 6.981, 28.11, 8038.429)]
    [InlineData("breast-cancer.csv", "worst area", 185.2, 4254, 501051.8)]
    [InlineData("xor.csv", "x1", -0.5, 1.5, 500.0806)]
    [InlineData("xor.csv", "x2", -0.5, 1.5, 501.0656)]
    public void Column_Values_HaveTheKnownRangeAndSum(string file, string column, double least, double greatest, double sum)
    {
        double[] values = Column(file, column);
        Assert.All(values, value => Assert.InRange(value, least, greatest));
        Assert.Equal(sum, values.Sum(), 1e-4);
    }

    [Fact]
    public void Boston_Header_IsTheTutorials() =>
        Assert.Equal(["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE", "DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT", "MEDV"], Read("boston.csv")[0]);

    [Theory]
    [InlineData("breast-cancer.csv", "benign 357, malignant 212")]
    [InlineData("digits.csv", "0 178, 1 182, 2 177, 3 183, 4 181, 5 182, 6 181, 7 179, 8 174, 9 180")]
    [InlineData("xor.csv", "0 500, 1 500")]
    public void Label_Classes_HaveTheKnownCounts(string file, string counts) =>
        Assert.Equal(counts, string.Join(", ", Read(file).Skip(1).CountBy(line => line[^1]).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));

    [Fact]
    public void Digits_Pixels_AreFrom0To16()
    {
        int[] pixels = [.. Read("digits.csv").Skip(1).SelectMany(line => line.SkipLast(1)).Select(value => int.Parse(value, CultureInfo.InvariantCulture))];
        Assert.All(pixels, pixel => Assert.InRange(pixel, 0, 16));
        Assert.Equal(561718, pixels.Sum());
    }

    [Fact]
    public void GenerateXor_Run_WritesTheSameFile()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(Folder, "generate-xor.cs"), "--", folder.FullName]))!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, "xor.csv")), File.ReadAllBytes(Path.Combine(folder.FullName, "xor.csv")));
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
