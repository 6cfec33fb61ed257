using System.IO.Compression;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public sealed class TableSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Tsv)]
    [InlineData(TableFormat.Jsonl)]
    [InlineData(TableFormat.Parquet)]
    public void Open_WhatAWriterWrote_HoldsTheSame(object format)
    {
        string path = _folder.PathOf("data");
        using (FileStream stream = File.Create(path))
        {
            using TableWriter writer = TableFormats.Create((TableFormat)format, stream, [new("x", true), new("a \"word\"", false)]);
            foreach ((float number, string text) in new[] { (1.5f, "red, or\nnot"), (float.NaN, ""), (-3e8f, "\"ö\"\t") })
            {
                writer.Number(number);
                writer.Text(text);
                writer.EndRow();
            }
            writer.Complete();
        }

        TableSource source = TableSources.Open(path, ReadingOptions.Unsaid);

        Assert.Equal(["x", "a \"word\""], source.ColumnNames);
        Assert.Equal(["1.5|red, or\nnot", "NaN|", "-300000000|\"ö\"\t"], Rows(source));
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Tsv)]
    [InlineData(TableFormat.Jsonl)]
    [InlineData(TableFormat.Parquet)]
    public void Open_ANumberThatStandsForAMissingValue_IsMissing(object format)
    {
        string path = _folder.PathOf("data");
        using (FileStream stream = File.Create(path))
        {
            using TableWriter writer = TableFormats.Create((TableFormat)format, stream, [new("x", true), new("text", false)]);
            foreach ((float number, string text) in new[] { (1.5f, "a"), (-999f, "-999.0"), (-998f, "b") })
            {
                writer.Number(number);
                writer.Text(text);
                writer.EndRow();
            }
            writer.Complete();
        }

        TableSource source = TableSources.Open(path, ReadingOptions.Unsaid with { MissingMarkers = ["-999"] });

        using RowReader rows = source.OpenRows();
        var missing = new List<(bool, bool, float)>();
        while (rows.Read())
        {
            Assert.True(rows.TryReadNumber(0, out float number));
            Assert.Equal(rows.IsMissing(0), !rows.TryReadPrecise(0, out _));
            missing.Add((rows.IsMissing(0), rows.IsMissing(1), number));
        }
        Assert.Equal([(false, false, 1.5f), (true, true, float.NaN), (false, false, -998f)], missing);
    }

    [Fact]
    public void Open_PackedFile_IsUnpacked()
    {
        using (var stream = new GZipStream(File.Create(_folder.PathOf("data.csv.gz")), CompressionMode.Compress))
            stream.Write("x,y\n1,a\n2,b\n"u8);

        Assert.Equal(["1|a", "2|b"], Rows(TableSources.Open(_folder.PathOf("data.csv.gz"), ReadingOptions.Unsaid)));
    }

    [Fact]
    public void Open_JsonLines_HasAllKeysInTheOrderInWhichTheyCome()
    {
        TableSource source = TableSources.Open(_folder.Write("data.jsonl", "{\"x\": 1, \"b\": true}\n\n{\"c\": \"z\", \"x\": null}\n"), ReadingOptions.Unsaid);

        Assert.Equal(["x", "b", "c"], source.ColumnNames);
        using RowReader rows = source.OpenRows();
        Assert.True(rows.Read() && rows.Read());
        Assert.Equal(3, rows.Place);
        Assert.True(rows.IsMissing(0) && rows.IsMissing(1));
        Assert.Equal("z", rows.TextOf(2));
    }

    [Theory]
    [InlineData("{\"x\": 1}\n{\"x\": }\n", "data.jsonl, line 2: this is not JSON")]
    [InlineData("{\"x\": 1}\n{\"x\": [1, 2]}\n", "data.jsonl, line 2, column 'x': '[1, 2]' is not a single value.")]
    [InlineData("[{\"x\": 1}]\n", "data.jsonl, line 1: '[{\"x\": 1}]' is not an object.")]
    public void Open_JsonThatIsNoTable_SaysWhere(string text, string expected) => Assert.Contains(
        expected, Assert.Throws<CommandException>(() => Rows(TableSources.Open(_folder.Write("data.jsonl", text + "{\"y\": 1}\n"), ReadingOptions.Unsaid))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_JsonWithoutKeys_SaysSo() => Assert.Contains(
        "holds no JSON object with a key.", Assert.Throws<CommandException>(() => TableSources.Open(_folder.Write("data.jsonl", "{}\n"), ReadingOptions.Unsaid)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_DamagedParquet_SaysSo()
    {
        File.WriteAllText(_folder.PathOf("data.parquet"), "PAR1 and nothing that would follow");

        Assert.Contains("cannot be read as a Parquet file", Assert.Throws<CommandException>(() => TableSources.Open(_folder.PathOf("data.parquet"), ReadingOptions.Unsaid)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Images_HaveTheirLabelFirstAndNumbersOnly()
    {
        WriteIdx("train-images-idx3-ubyte", [2, 2, 2], [0, 1, 2, 3, 4, 5, 6, 255]);
        WriteIdx("train-labels-idx1-ubyte", [2], [7, 9]);

        TableSource source = TableSources.Open(_folder.PathOf("train-images-idx3-ubyte"), ReadingOptions.Unsaid);

        Assert.Equal(["label", "pixel0", "pixel1", "pixel2", "pixel3"], source.ColumnNames);
        Assert.Equal((2, 2), source.ImageShape);
        using RowReader rows = source.OpenRows();
        Assert.True(rows.Read() && rows.Read());
        Assert.Equal(["9", "4", "5", "6", "255"], Enumerable.Range(0, 5).Select(rows.TextOf));
        Assert.False(rows.Read());
        Assert.Equal(ColumnKind.Number, source.KnownKind(1));
    }

    [Fact]
    public void Open_ImagesWithOtherLabels_SaysHowMany()
    {
        WriteIdx("train-images-idx3-ubyte", [2, 1, 1], [0, 1]);
        WriteIdx("train-labels-idx1-ubyte", [3], [7, 9, 1]);

        Assert.Contains(
            "one label for each of the 2 records", Assert.Throws<CommandException>(() => TableSources.Open(_folder.PathOf("train-images-idx3-ubyte"), ReadingOptions.Unsaid)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static List<string> Rows(TableSource source)
    {
        var found = new List<string>();
        using RowReader rows = source.OpenRows();
        while (rows.Read())
            found.Add(FormattableString.Invariant($"{(rows.TryReadNumber(0, out float number) ? number : float.PositiveInfinity)}|{rows.TextOf(1)}"));
        return found;
    }

    private void WriteIdx(string name, int[] shape, byte[] values)
    {
        var bytes = new List<byte> { 0, 0, 8, (byte)shape.Length };
        foreach (int size in shape)
            bytes.AddRange([0, 0, 0, (byte)size]);
        File.WriteAllBytes(_folder.PathOf(name), [.. bytes, .. values]);
    }
}
