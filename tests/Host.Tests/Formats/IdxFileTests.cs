using System.IO.Compression;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public sealed class IdxFileTests : IDisposable
{
    // Two images of 2 x 3 pixels.
    private static readonly byte[] Images = Bytes("00000803 00000002 00000002 00000003 0001020380FF 060708090A0B");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private string Write(byte[] bytes, string name = "a.idx")
    {
        string path = _folder.PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static List<float[]> ReadAll(string path)
    {
        using IdxFile file = IdxFile.Open(path);
        var records = new List<float[]>();
        var record = new float[file.RecordLength];
        while (file.ReadNext(record))
            records.Add([.. record]);
        Assert.False(file.ReadNext(record));
        return records;
    }

    private static string FaultOf(string path) => Assert.Throws<CommandException>(() => ReadAll(path)).Message;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadNext_Images_GivesEachRecord(bool isPacked)
    {
        string path = Write(isPacked ? Pack(Images) : Images);

        using (IdxFile file = IdxFile.Open(path))
        {
            Assert.Equal((IdxType.UByte, 2, 6), (file.Header.Type, file.Count, file.RecordLength));
            Assert.Equal([2, 3], file.RecordShape);
        }
        Assert.Equal([[0, 1, 2, 3, 128, 255], [6, 7, 8, 9, 10, 11]], ReadAll(path));
    }

    [Theory]
    [InlineData("00000801 00000003 00 7F FF", new float[] { 0, 127, 255 })]
    [InlineData("00000901 00000003 00 7F FF", new float[] { 0, 127, -1 })]
    [InlineData("00000B01 00000002 0102 FFFE", new float[] { 258, -2 })]
    [InlineData("00000C01 00000002 00010000 FFFFFFFF", new float[] { 65536, -1 })]
    [InlineData("00000D01 00000002 3FC00000 C0000000", new float[] { 1.5f, -2 })]
    [InlineData("00000E01 00000002 3FF8000000000000 C000000000000000", new float[] { 1.5f, -2 })]
    public void ReadNext_EachType_IsBigEndian(string hex, float[] expected)
    {
        string path = Write(Bytes(hex));

        Assert.Equal(expected, ReadAll(path).Select(record => record.Single()));
        using IdxFile file = IdxFile.Open(path);
        Assert.Empty(file.RecordShape);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "is not an IDX file: it begins with 89504E47, but must begin with 0000")]
    [InlineData("", "is not an IDX file: it begins with nothing")]
    [InlineData("0000", "is not an IDX file: it begins with 0000,")]
    [InlineData("00000A01 00000001 00", "there is no type of values 0A. The types are 08 (ubyte), 09 (sbyte), 0B (short)")]
    [InlineData("00000800", "it says that it has 0 dimensions")]
    [InlineData("00000805 00000001 00000001 00000001 00000001 00000001 00", "it says that it has 5 dimensions")]
    [InlineData("00000803 00000001 0000", "ends in the middle of its header")]
    [InlineData("00000802 00000001 00000000", "its dimension 2 has the size 0, but sizes are from 1")]
    [InlineData("00000801 FFFFFFFF 00", "its dimension 1 has the size 4294967295")]
    [InlineData("00000803 00000002 00000002 00000003 00", "is too short: its header speaks of 2 x 2 x 3 values of 1 byte, more than there can be in 17 bytes")]
    [InlineData("00000E04 7FFFFFFF 7FFFFFFF 7FFFFFFF 7FFFFFFF 00", "is too short: its header speaks of 2147483647 x 2147483647 x 2147483647 x 2147483647 values of 8 bytes")]
    [InlineData("00000801 00000001 00 00", "is too long: its header speaks of 1 values of 1 byte, which together with the header make 9 bytes, but it has 10")]
    public void Open_FileThatIsNone_SaysWhy(string hex, string expected)
    {
        string path = Write(Bytes(hex));
        string fault = FaultOf(path);
        Assert.StartsWith(path, fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_PackedFileOfAbsurdSize_IsRefusedWithoutReservingMemory()
    {
        string path = Write(Pack(Bytes("00000803 00000002 00010000 00010000 00")));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("is too short", FaultOf(path), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void ReadNext_PackedFileWithTooFewRecords_SaysWhere() =>
        Assert.Contains("ends within record 2 of 2", FaultOf(Write(Pack(Images[..^1]))), StringComparison.Ordinal);

    [Fact]
    public void ReadNext_PackedFileWithMore_SaysSo() =>
        Assert.Contains("goes on after the last of its 2 records", FaultOf(Write(Pack([.. Images, 0]))), StringComparison.Ordinal);

    [Fact]
    public void ReadNext_DamagedPackedFile_SaysSo()
    {
        byte[] packed = Pack(Images);
        packed[12] ^= 0xFF;
        Assert.Contains("copy or download it again", FaultOf(Write(packed)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ReadNext_EveryTruncation_IsRefused()
    {
        byte[] packed = Pack(Images);
        // All records are there without the end of the packed data, its checksum and its length, and the runtime does not miss them.
        for (int length = 0; length < packed.Length - 10; length++)
            FaultOf(Write(packed[..length]));
        for (int length = 0; length < Images.Length; length++)
            FaultOf(Write(Images[..length]));
    }

    [Fact]
    public void Open_NoFileOrAFolder_SaysSo()
    {
        Assert.Equal($"There is no file {_folder.PathOf("none")}.", FaultOf(_folder.PathOf("none")));
        Assert.Equal($"{_folder.Path} is a folder, but must be a file.", FaultOf(_folder.Path));
    }

    [Theory]
    [InlineData("08")]
    [InlineData("09")]
    [InlineData("0B")]
    [InlineData("0C")]
    [InlineData("0D")]
    [InlineData("0E")]
    public void Write_Records_AreReadAsTheyWere(string type)
    {
        float[][] records = [[0, 1, 2], [3, 100, 127]];
        string path = _folder.PathOf("written");
        using (FileStream stream = File.Create(path))
        {
            var writer = new IdxWriter(stream, (IdxType)Convert.ToByte(type, 16), 2, 3, 1);
            foreach (float[] record in records)
                writer.Write(record);
        }

        Assert.Equal(records, ReadAll(path));
    }

    [Fact]
    public void Write_Images_GivesTheBytesOfTheFormat()
    {
        using var stream = new MemoryStream();
        var writer = new IdxWriter(stream, IdxType.UByte, 2, 2, 3);
        writer.Write([0, 1, 2, 3, 128, 255]);
        writer.Write([6, 7, 8, 9, 10, 11]);
        Assert.Equal(Images, stream.ToArray());
    }

    [Theory]
    [InlineData(256)]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(float.NaN)]
    public void Write_ValueThatDoesNotFit_SaysWhich(float value)
    {
        var writer = new IdxWriter(new MemoryStream(), IdxType.UByte, 1);
        Assert.Contains("is not a whole number from 0 to 255", Assert.Throws<CommandException>(() => writer.Write([value])).Message, StringComparison.Ordinal);
    }
}
