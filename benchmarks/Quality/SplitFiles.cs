using System.Globalization;
using System.IO.Compression;

/// <summary>A set divided at random into 80 % to learn from and 20 % to be measured on, as two files that every contestant reads.</summary>
/// <param name="Training">The file to learn from.</param>
/// <param name="Test">The file to be measured on.</param>
/// <param name="LabelDeviation">The standard deviation of the test rows' label; NaN for classes.</param>
internal sealed record SplitFiles(string Training, string Test, double LabelDeviation)
{
    private const double TestShare = 0.2;

    /// <param name="set">The set.</param>
    /// <param name="number">The number of the split, from 1; fixes the division.</param>
    /// <param name="folder">Where the files are written.</param>
    public static SplitFiles Write(QualitySet set, int number, string folder)
    {
        string[] lines = [.. Read(set).Where(line => line.Length > 0)];
        string[] names = Cells(lines[0]);
        int[] kept = [.. Enumerable.Range(0, names.Length).Where(i => !set.Ignored.Contains(names[i]))];
        string[] rows = [.. lines.Skip(1).Select(Keep)];
        // A seeded Random gives the same sequence on every platform and version of .NET.
        new Random(number).Shuffle(rows);
        int test = (int)(TestShare * rows.Length);
        string[] header = [Keep(lines[0])];
        string trainingFile = Path.Combine(folder, $"{set.Name}-{number}-train.csv"), testFile = Path.Combine(folder, $"{set.Name}-{number}-test.csv");
        File.WriteAllLines(trainingFile, header.Concat(rows.Skip(test)));
        File.WriteAllLines(testFile, header.Concat(rows.Take(test)));
        int label = Array.IndexOf(Cells(header[0]), set.Label);
        return new SplitFiles(trainingFile, testFile, set.Task == QualityTask.Regression ? Deviation(rows.Take(test).Select(row => double.Parse(Cells(row)[label], CultureInfo.InvariantCulture))) : double.NaN);

        string Keep(string line)
        {
            string[] cells = Cells(line);
            return string.Join(',', kept.Select(i => cells[i]));
        }
    }

    // None of the sets has a comma or a quote inside a value.
    private static string[] Cells(string line) => line.Split(',');

    private static string[] Read(QualitySet set)
    {
        string repository = RepositoryFolder.Path;
        string plain = Path.Combine(repository, "data", $"{set.Name}.csv");
        if (File.Exists(plain))
            return File.ReadAllLines(plain);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(repository, "benchmarks", "Quality", "sets", $"{set.Name}.csv.gz")), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }

    private static double Deviation(IEnumerable<double> values) => MathNet.Numerics.Statistics.Statistics.PopulationStandardDeviation(values);
}
