using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Persistence;

public sealed class DamagedModelTests
{
    private const long MostBytes = 2_000_000;

    private static readonly byte[] Intact = ModelContentFormatTests.Write(Contents.Model(Contents.Network(3, [3, 5, 2], Activation.SiLU, OutputRange.Scaled(-1, 1)), Link.Softmax));

    // Before the network stand link, targets, levels, names, calibration and members; after its five numbers and its layers the history.
    private const int NetworkOffset = 6 * 4;
    private const int HistoryOffset = NetworkOffset + 5 * 4 + (2 * 4 + 20 * 4) + (2 * 4 + 12 * 4);

    /// <summary>Reads bytes that may be damaged: either they are a model, or the exception says that they are not; either way without reserving much memory.</summary>
    private static bool IsModel(byte[] bytes, string damage)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? exception = Record.Exception(() => ModelContentFormatTests.Read(bytes));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(exception is null or InvalidDataException, $"{damage}: {exception}");
        Assert.True(allocated < MostBytes, $"{damage}: {allocated} bytes");
        return exception is null;
    }

    private static byte[] With(int offset, byte[] replacement)
    {
        byte[] bytes = [.. Intact];
        replacement.CopyTo(bytes, offset);
        return bytes;
    }

    [Fact]
    public void Read_EveryTruncation_IsInvalidData()
    {
        for (int length = 0; length < Intact.Length; length++)
            Assert.False(IsModel(Intact[..length], $"the first {length} bytes"));
        Assert.True(IsModel(Intact, "no damage"));
    }

    [Fact]
    public void Read_EveryBitFlipped_IsInvalidDataOrAModel()
    {
        for (int bit = 0; bit < 8 * Intact.Length; bit++)
            IsModel(With(bit / 8, [(byte)(Intact[bit / 8] ^ (1 << bit % 8))]), $"bit {bit}");
    }

    [Fact]
    public void Read_EveryNumberReplacedByAnExtremeOne_IsInvalidDataOrAModel()
    {
        for (int offset = 0; offset <= Intact.Length - 4; offset++)
        {
            foreach (int number in (int[])[-1, int.MinValue, int.MaxValue, 0, 1 << 30, 65536])
                IsModel(With(offset, BitConverter.GetBytes(number)), $"{number} at {offset}");
        }
    }

    [Fact]
    public void Read_RandomBytesAnywhere_IsInvalidDataOrAModel()
    {
        var random = new Random(1);
        for (int round = 0; round < 5000; round++)
        {
            byte[] bytes = [.. Intact];
            for (int i = random.Next(1, 9); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            IsModel(bytes, $"round {round}");
        }
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(4, 0)]
    [InlineData(4, 3)]
    [InlineData(8, 1)]
    [InlineData(8, -1)]
    [InlineData(12, 2)]
    [InlineData(12, -2)]
    [InlineData(16, 3)]
    [InlineData(20, 0)]
    [InlineData(20, 100_001)]
    [InlineData(NetworkOffset, 10)]
    [InlineData(NetworkOffset + 4, 5)]
    [InlineData(NetworkOffset + 16, 0)]
    [InlineData(NetworkOffset + 16, 10_001)]
    [InlineData(NetworkOffset + 20, 0)]
    [InlineData(NetworkOffset + 24, -5)]
    public void Read_NumberOutsideItsRange_IsInvalidData(int offset, int number) =>
        Assert.False(IsModel(With(offset, BitConverter.GetBytes(number)), $"{number} at {offset}"));

    [Fact]
    public void Read_UnknownLink_NamesIt() =>
        Assert.Contains("8 is not the number of a link", Assert.Throws<InvalidDataException>(() => ModelContentFormatTests.Read(With(0, [8, 0, 0, 0]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NegativeNumberOfEpochs_IsInvalidData()
    {
        int epochs = Intact.Length - Contents.History.Epochs.Count * (4 + 6 * 8) - 4;
        Assert.Equal(Contents.History.Epochs.Count, BitConverter.ToInt32(Intact, epochs));
        Assert.False(IsModel(With(epochs, BitConverter.GetBytes(-1)), "-1 epochs"));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 })]
    public void Read_TextOfImpossibleLength_IsInvalidData(byte[] length) =>
        Assert.False(IsModel(With(HistoryOffset, length), "length of the loss's name"));
}
