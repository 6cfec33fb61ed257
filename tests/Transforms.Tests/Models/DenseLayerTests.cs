using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Models;

public sealed class DenseLayerTests
{
    [Fact]
    public void Weights_TwoByThree_LieInputByInput()
    {
        var layer = new DenseLayer(2, 3, [1, 2, 3, 4, 5, 6], [7, 8, 9]);
        Assert.Equal((2, 3), (layer.InputCount, layer.OutputCount));
        Assert.Equal(6, layer.Weights[1 * layer.OutputCount + 2]);
        Assert.Equal([7, 8, 9], layer.Bias.ToArray());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Constructor_OtherNumberOfWeights_SaysHowMany(int count)
    {
        var exception = Assert.Throws<ArgumentException>(() => new DenseLayer(2, 3, new float[count], new float[3]));
        Assert.Equal("weights", exception.ParamName);
        Assert.Contains($"A layer of 2 inputs and 3 outputs has 6 weights, not {count}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherNumberOfBiases_SaysHowMany()
    {
        var exception = Assert.Throws<ArgumentException>(() => new DenseLayer(2, 3, new float[6], new float[2]));
        Assert.Equal("bias", exception.ParamName);
        Assert.Contains("A layer of 3 outputs has as many biases, not 2.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "inputCount")]
    [InlineData(1, 0, "outputCount")]
    [InlineData(-1, -1, "inputCount")]
    public void Constructor_NoInputsOrOutputs_IsRefused(int inputs, int outputs, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(inputs, outputs, [], [])).ParamName);

    [Fact]
    public void Constructor_SizesWhoseProductOverflows_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new DenseLayer(65536, 65536, [], new float[65536]));
}
