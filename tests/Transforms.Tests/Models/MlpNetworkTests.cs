using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Models;

public class MlpNetworkTests
{
    [Fact]
    public void Properties_Network_DescribeIt()
    {
        MlpNetwork network = Networks.Make([13, 5, 4, 1]);
        Assert.Equal(13, network.FeatureCount);
        Assert.Equal(1, network.OutputCount);
        Assert.Equal([5, 4], network.HiddenSizes);
        Assert.Equal(14 * 5 + 6 * 4 + 5, network.ParameterCount);
    }

    [Fact]
    public void Constructor_LayersThatDoNotFit_AreRefused()
    {
        DenseLayer Layer(int inputs, int outputs) => new(inputs, outputs, new float[inputs * outputs], new float[outputs]);
        Assert.Contains("Layer 1 takes 4 inputs, but layer 0 gives 3 outputs.",
            Assert.Throws<ArgumentException>(() => new MlpNetwork([Layer(2, 3), Layer(4, 1)], Activation.ReLU, OutputRange.Identity)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MlpNetwork([], Activation.ReLU, OutputRange.Identity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlpNetwork([Layer(1, 1)], (Activation)77, OutputRange.Identity));
    }

    [Fact]
    public void DenseLayer_WrongNumberOfWeights_IsRefused()
    {
        Assert.Contains("has 6 weights, not 5", Assert.Throws<ArgumentException>(() => new DenseLayer(2, 3, new float[5], new float[3])).Message, StringComparison.Ordinal);
        Assert.Contains("as many biases, not 2", Assert.Throws<ArgumentException>(() => new DenseLayer(2, 3, new float[6], new float[2])).Message, StringComparison.Ordinal);
    }
}
