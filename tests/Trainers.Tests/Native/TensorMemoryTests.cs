using System.Text;
using MLNet.LossExperiments.Checkpoints;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Native;

public sealed unsafe class TensorMemoryTests : TorchTest
{
    [Fact]
    public void Of_MoreBytesThanASpanMayHave_IsTheSameAddress()
    {
        torch.Tensor tensor = torch.arange(6, torch.float32).view(2, 3);
        float* expected = TensorMemory.Of<float>(tensor), actual = TensorMemory.Of<float>(tensor, mostBytes: 8);
        Assert.True(expected == actual);
        Assert.Equal(5, actual[5]);
    }

    [Theory]
    [InlineData(torch.ScalarType.Float32)]
    [InlineData(torch.ScalarType.Float64)]
    [InlineData(torch.ScalarType.Int64)]
    public void TensorFormat_PartsOfThreeNumbers_GivesTheTensorBack(torch.ScalarType type)
    {
        torch.Tensor tensor = torch.arange(35, type).view(5, 7).t();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        TensorFormat.Write(writer, tensor, bytesAtOnce: 24);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        torch.Tensor read = TensorFormat.Read(reader, bytesAtOnce: 24);
        Assert.Equal(type, read.dtype);
        Assert.True(torch.equal(read, tensor).all().item<bool>() && read.shape.SequenceEqual(tensor.shape));
    }
}
