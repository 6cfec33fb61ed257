using MLNet.LossExperiments.Data;

namespace MLNet.LossExperiments.Tests.Data;

public class RowBufferTests : TorchTest
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 10)]
    [InlineData(400_000, 7)]
    public void ToTensor_SeveralBlocks_KeepsTheOrder(int width, int rows)
    {
        var buffer = new RowBuffer(width);
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
    public void ToTensor_Empty_HasNoRows() => Assert.Equal([0, 4], new RowBuffer(4).ToTensor().shape);
}
