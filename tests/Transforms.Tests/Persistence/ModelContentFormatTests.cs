using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Tests.Persistence;

public sealed class ModelContentFormatTests
{
    public static TheoryData<Activation, string, Link> Kinds
    {
        get
        {
            string[] ranges = ["identity", "tanh", "sigmoid", "softplus", "-3..1E+20"];
            Activation[] activations = Enum.GetValues<Activation>();
            var data = new TheoryData<Activation, string, Link>();
            for (int i = 0; i < activations.Length; i++)
                data.Add(activations[i], ranges[i % ranges.Length], (Link)(i % 3));
            return data;
        }
    }

    internal static byte[] Write(ModelContent content)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            ModelContentFormat.Write(writer, content);
        return stream.ToArray();
    }

    internal static ModelContent Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return ModelContentFormat.Read(reader);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhatWasWritten_IsEqualInEveryField(Activation activation, string range, Link link)
    {
        ModelContent content = Contents.Model(Contents.Network(5, [3, 8, 5, 2], activation, OutputRange.Parse(range)), link);

        ModelContent read = Read(Write(content));

        Assert.Equal((activation, OutputRange.Parse(range), link), (read.Network.Activation, read.Network.OutputRange, read.Link));
        Assert.Equal(content.Network.Layers.Count, read.Network.Layers.Count);
        foreach ((DenseLayer before, DenseLayer after) in content.Network.Layers.Zip(read.Network.Layers))
        {
            Assert.Equal((before.InputCount, before.OutputCount), (after.InputCount, after.OutputCount));
            Assert.Equal(Contents.Bits(before.Weights), Contents.Bits(after.Weights));
            Assert.Equal(Contents.Bits(before.Bias), Contents.Bits(after.Bias));
        }
        Assert.Equal(content.History.Epochs, read.History.Epochs);
        Assert.Equal(content.History with { Epochs = [] }, read.History with { Epochs = [] });
    }

    [Fact]
    public void Read_LayerGreaterThanABlock_IsEqual()
    {
        MlpNetwork network = Contents.Network(1, [700, 300, 1]);
        ModelContent read = Read(Write(Contents.Model(network)));
        Assert.Equal(Contents.Bits(network.Layers[0].Weights), Contents.Bits(read.Network.Layers[0].Weights));
    }

    [Fact]
    public void Read_UnusualTextAndWeights_SurviveToTheBit()
    {
        var layer = new DenseLayer(2, 2, [float.NaN, float.NegativeInfinity, -0f, float.Epsilon], [float.MaxValue, float.MinValue]);
        var history = new TrainingHistory("é≤𝛿 " + new string('x', 1000), "", int.MinValue, 0, false, 0, 0, int.MaxValue, []);
        ModelContent read = Read(Write(new ModelContent(new MlpNetwork([layer], Activation.Mish, OutputRange.Identity), Link.Softmax, history)));
        Assert.Equal(Contents.Bits(layer.Weights), Contents.Bits(read.Network.Layers[0].Weights));
        Assert.Equal(Contents.Bits(layer.Bias), Contents.Bits(read.Network.Layers[0].Bias));
        Assert.Equal(history with { Epochs = [] }, read.History with { Epochs = [] });
        Assert.Empty(read.History.Epochs);
    }

    [Fact]
    public void Read_BytesAfterTheModel_AreLeftInTheStream()
    {
        byte[] bytes = Write(Contents.Model(Contents.Network(1, [2, 1])));
        using var reader = new BinaryReader(new MemoryStream([.. bytes, 42]));
        ModelContentFormat.Read(reader);
        Assert.Equal(42, reader.ReadByte());
    }
}
