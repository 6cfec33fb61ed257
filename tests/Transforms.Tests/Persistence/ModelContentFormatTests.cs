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

        Assert.Equal((activation, OutputRange.Parse(range), link), (read.Members[0].Network.Activation, read.Members[0].Network.OutputRange, read.Form.Link));
        Assert.Equal(content.Members[0].Network.Layers.Count, read.Members[0].Network.Layers.Count);
        foreach ((DenseLayer before, DenseLayer after) in content.Members[0].Network.Layers.Zip(read.Members[0].Network.Layers))
        {
            Assert.Equal((before.InputCount, before.OutputCount), (after.InputCount, after.OutputCount));
            Assert.Equal(Contents.Bits(before.Weights), Contents.Bits(after.Weights));
            Assert.Equal(Contents.Bits(before.Bias), Contents.Bits(after.Bias));
        }
        Assert.Equal(content.Members[0].History.Epochs, read.Members[0].History.Epochs);
        Assert.Equal(content.Members[0].History with { Epochs = [] }, read.Members[0].History with { Epochs = [] });
    }

    [Fact]
    public void Read_InputScaling_IsEqual()
    {
        MlpNetwork network = Contents.Scaled(2, Contents.Network(1, [5, 3, 1]));
        InputScaler read = Read(Write(Contents.Model(network))).Members[0].Network.InputScaler!;
        Assert.Equal(Contents.Bits(network.InputScaler!.Offsets), Contents.Bits(read.Offsets));
        Assert.Equal(Contents.Bits(network.InputScaler!.Factors), Contents.Bits(read.Factors));
    }

    [Fact]
    public void Read_LayerGreaterThanABlock_IsEqual()
    {
        MlpNetwork network = Contents.Network(1, [700, 300, 1]);
        ModelContent read = Read(Write(Contents.Model(network)));
        Assert.Equal(Contents.Bits(network.Layers[0].Weights), Contents.Bits(read.Members[0].Network.Layers[0].Weights));
    }

    [Fact]
    public void Read_UnusualTextAndWeights_SurviveToTheBit()
    {
        var layer = new DenseLayer(2, 2, [float.NaN, float.NegativeInfinity, -0f, float.Epsilon], [float.MaxValue, float.MinValue]);
        var history = new TrainingHistory("é≤𝛿 " + new string('x', 1000), "", int.MinValue, 0, StopReason.TimeLimit, 0, 0, int.MaxValue, []);
        ModelContent read = Read(Write(new ModelContent([new FittedMember(new MlpNetwork([layer], Activation.Mish, OutputRange.Identity), history)], new PredictionForm(Link.Softmax, 1, []))));
        Assert.Equal(Contents.Bits(layer.Weights), Contents.Bits(read.Members[0].Network.Layers[0].Weights));
        Assert.Equal(Contents.Bits(layer.Bias), Contents.Bits(read.Members[0].Network.Layers[0].Bias));
        Assert.Equal(history with { Epochs = [] }, read.Members[0].History with { Epochs = [] });
        Assert.Empty(read.Members[0].History.Epochs);
    }

    [Fact]
    public void Read_EnsembleOfQuantiles_IsEqualInEveryField()
    {
        ModelContent content = Contents.Model([Contents.Network(1, [4, 3, 6]), Contents.Network(2, [4, 3, 6]), Contents.Network(3, [4, 3, 6])], Link.Quantiles, 2, 0.05, 0.5, 0.95);
        Assert.Null(Read(Write(content)).Form.TargetNames);
        Assert.Empty(Read(Write(content with { Form = content.Form with { TargetNames = [] } })).Form.TargetNames!);
        ModelContent read = Read(Write(content with { Form = content.Form with { TargetNames = ["width", ""] } }));
        Assert.Equal(["width", ""], read.Form.TargetNames!);
        Assert.Equal((Link.Quantiles, 2), (read.Form.Link, read.Form.TargetCount));
        Assert.Equal([0.05, 0.5, 0.95], read.Form.QuantileLevels);
        Assert.Equal(3, read.Members.Count);
        for (int member = 0; member < 3; member++)
            Assert.Equal(Contents.Bits(content.Members[member].Network.Layers[1].Weights), Contents.Bits(read.Members[member].Network.Layers[1].Weights));
    }

    [Fact]
    public void Read_Calibrations_AreEqual()
    {
        ModelContent plain = Contents.Model(Contents.Network(1, [2, 1]));
        Assert.Null(Read(Write(plain)).Calibration);
        Assert.Equal(new PlattCalibration(-2.5, 0.125), Read(Write(plain with { Calibration = new PlattCalibration(-2.5, 0.125) })).Calibration);
        var read = Assert.IsType<IsotonicCalibration>(Read(Write(plain with { Calibration = new IsotonicCalibration([-1, 2], [0, 2], [0.25f, 1]) })).Calibration);
        Assert.Equal([-1f, 2], read.Minimums);
        Assert.Equal([0f, 2], read.Maximums);
        Assert.Equal([0.25f, 1f], read.Probabilities);
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
