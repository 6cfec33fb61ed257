using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Tests.Persistence;

public class ModelContentFormatTests
{
    private static ModelContent Content(OutputRange range) => new(
        Networks.Make([3, 4, 2], Activation.Mish, range),
        Link.Softmax,
        new TrainingHistory("huber:delta=1", "RMSE", -5, 2, true, 90, 10, 3, [new EpochRecord(1, 2.5, null, null, null, 0.1), new EpochRecord(2, 1.5, 1.4, 1.3, 1.2, 0.2)]));

    private static byte[] Write(ModelContent content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ModelContentFormat.Write(writer, content);
        return stream.ToArray();
    }

    private static ModelContent Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return ModelContentFormat.Read(reader);
    }

    [Fact]
    public void Read_Written_IsTheSame()
    {
        foreach (OutputRange range in new[] { OutputRange.Identity, OutputRange.Tanh, OutputRange.Sigmoid, OutputRange.Softplus, OutputRange.Scaled(-1, 7.5f) })
        {
            ModelContent written = Content(range), read = Read(Write(written));
            Assert.Equal(written.Link, read.Link);
            Assert.Equal(range, read.Network.OutputRange);
            Assert.Equal(written.Network.Activation, read.Network.Activation);
            Assert.Equal(written.Network.Layers.SelectMany(layer => layer.Weights.ToArray()), read.Network.Layers.SelectMany(layer => layer.Weights.ToArray()));
            Assert.Equal(written.Network.Layers.SelectMany(layer => layer.Bias.ToArray()), read.Network.Layers.SelectMany(layer => layer.Bias.ToArray()));
            Assert.Equal(written.History.Epochs, read.History.Epochs);
            Assert.Equal(written.History with { Epochs = [] }, read.History with { Epochs = [] });
        }
    }

    [Fact]
    public void Read_Truncated_IsDamaged()
    {
        byte[] bytes = Write(Content(OutputRange.Identity));
        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(bytes[..length]));
    }

    [Fact]
    public void Read_AnyByteChanged_IsDamagedOrAModel()
    {
        byte[] bytes = Write(Content(OutputRange.Identity));
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte value in (byte[])[0, 1, 0x7F, 0x80, 0xFF])
            {
                byte[] changed = [.. bytes];
                changed[i] = value;
                try
                {
                    Read(changed);
                }
                catch (InvalidDataException)
                {
                    continue;
                }
            }
        }
    }
}
