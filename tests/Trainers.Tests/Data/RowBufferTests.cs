using MLNet.LossExperiments.Data;

namespace MLNet.LossExperiments.Tests.Data;

public class RowBufferTests : TorchTest
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 10)]
    [InlineData(8, 9)]
    public void ToTensor_SeveralBlocks_KeepsTheOrder(int width, int rows)
    {
        var buffer = new RowBuffer(width, floatsPerBlock: 20);
        for (int i = 0; i < rows; i++)
        {
            buffer.NextRow().Fill(-1);
            buffer.NextRow().Fill(i);
            buffer.Commit();
        }
        Assert.Equal([rows, width], buffer.ToTensor().shape);
        for (int i = 0; i < rows; i++)
            Assert.Equal(i, buffer.ToTensor()[i, width - 1].item<float>());
    }

    [Fact]
    public void TakeTensor_SeveralBlocks_GivesAllRowsAndStartsAnew()
    {
        var buffer = new RowBuffer(3, floatsPerBlock: 6);
        for (int round = 1; round <= 2; round++)
        {
            for (int i = 0; i < 7; i++)
            {
                buffer.NextRow().Fill(round * i);
                buffer.Commit();
            }
            Assert.Equal(Enumerable.Range(0, 7).Select(i => (float)round * i), buffer.TakeTensor().select(1, 2).clone().data<float>());
            Assert.Equal(0, buffer.Count);
        }
    }

    [Fact]
    public void ToTensor_Empty_HasNoRows() => Assert.Equal([0, 4], new RowBuffer(4).ToTensor().shape);
}
