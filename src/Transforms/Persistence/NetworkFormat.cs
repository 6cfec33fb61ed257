using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>A network in a model file: int activation, int output function, float minimum, float maximum, int layers, then for each layer int inputs, int outputs, float[inputs·outputs] weights, float[outputs] bias; then what is done to features (InputScalerFormat).</summary>
internal static class NetworkFormat
{
    private const int MostLayers = 10_000;

    public static void Write(BinaryWriter writer, MlpNetwork network)
    {
        writer.Write((int)network.Activation);
        writer.Write((int)network.OutputRange.Function);
        writer.Write(network.OutputRange.Minimum);
        writer.Write(network.OutputRange.Maximum);
        writer.Write(network.Layers.Count);
        foreach (DenseLayer layer in network.Layers)
        {
            writer.Write(layer.InputCount);
            writer.Write(layer.OutputCount);
            SinglesFormat.Write(writer, layer.Weights);
            SinglesFormat.Write(writer, layer.Bias);
        }
        InputScalerFormat.Write(writer, network.InputScaler);
    }

    /// <exception cref="InvalidDataException">The bytes are not a network.</exception>
    public static MlpNetwork Read(BinaryReader reader)
    {
        var activation = (Activation)reader.ReadInt32();
        var function = (OutputFunction)reader.ReadInt32();
        float minimum = reader.ReadSingle();
        float maximum = reader.ReadSingle();
        int layerCount = reader.ReadInt32();
        if (layerCount is < 1 or > MostLayers)
            throw new InvalidDataException($"The number of layers, {layerCount}, is not between 1 and {MostLayers}.");
        var layers = new DenseLayer[layerCount];
        for (int i = 0; i < layerCount; i++)
            layers[i] = ReadLayer(reader);
        return new MlpNetwork(layers, activation, RangeOf(function, minimum, maximum), InputScalerFormat.Read(reader, layers[0].InputCount));
    }

    private static DenseLayer ReadLayer(BinaryReader reader)
    {
        int inputs = reader.ReadInt32();
        int outputs = reader.ReadInt32();
        if (inputs < 1 || outputs < 1 || (long)inputs * outputs > Array.MaxLength)
            throw new InvalidDataException($"A layer of {inputs} inputs and {outputs} outputs is not possible.");
        return new DenseLayer(inputs, outputs, SinglesFormat.Read(reader, inputs * outputs), SinglesFormat.Read(reader, outputs));
    }

    private static OutputRange RangeOf(OutputFunction function, float minimum, float maximum) => function switch
    {
        OutputFunction.Identity => OutputRange.Identity,
        OutputFunction.Tanh => OutputRange.Tanh,
        OutputFunction.Sigmoid => OutputRange.Sigmoid,
        OutputFunction.Softplus => OutputRange.Softplus,
        OutputFunction.Scaled => OutputRange.Scaled(minimum, maximum),
        _ => throw new InvalidDataException($"{(int)function} is not the number of an output function."),
    };
}
