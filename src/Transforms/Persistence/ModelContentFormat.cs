using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>
/// The binary format of a model inside an ML.NET model file. Little-endian; strings as <see cref="BinaryWriter"/> writes them.
/// network: int activation, int output function, float minimum, float maximum, int layers, then for each layer int inputs, int outputs, float[inputs·outputs] weights, float[outputs] bias;
/// int link; history: string loss, string metric, int seed, int best epoch, bool stopped early, int training rows, int validation rows, int skipped rows, int epochs, then for each
/// epoch int number and five doubles, NaN standing for null.
/// </summary>
internal static class ModelContentFormat
{
    private const int MostLayers = 10_000;

    public static void Write(BinaryWriter writer, ModelContent content)
    {
        MlpNetwork network = content.Members[0].Network;
        writer.Write((int)network.Activation);
        writer.Write((int)network.OutputRange.Function);
        writer.Write(network.OutputRange.Minimum);
        writer.Write(network.OutputRange.Maximum);
        writer.Write(network.Layers.Count);
        foreach (DenseLayer layer in network.Layers)
        {
            writer.Write(layer.InputCount);
            writer.Write(layer.OutputCount);
            WriteAll(writer, layer.Weights);
            WriteAll(writer, layer.Bias);
        }
        writer.Write((int)content.Form.Link);
        WriteHistory(writer, content.Members[0].History);
    }

    /// <exception cref="InvalidDataException">The bytes are not a model.</exception>
    public static ModelContent Read(BinaryReader reader)
    {
        try
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
            var network = new MlpNetwork(layers, activation, RangeOf(function, minimum, maximum));
            var link = (Link)reader.ReadInt32();
            if (!Enum.IsDefined(link))
                throw new InvalidDataException($"{(int)link} is not the number of a link.");
            return new ModelContent([new FittedMember(network, ReadHistory(reader))], new PredictionForm(link, 1, []));
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The neural network in this model file is damaged. {e.Message}", e);
        }
    }

    private static DenseLayer ReadLayer(BinaryReader reader)
    {
        int inputs = reader.ReadInt32();
        int outputs = reader.ReadInt32();
        if (inputs < 1 || outputs < 1 || (long)inputs * outputs > Array.MaxLength)
            throw new InvalidDataException($"A layer of {inputs} inputs and {outputs} outputs is not possible.");
        return new DenseLayer(inputs, outputs, ReadSingles(reader, inputs * outputs), ReadSingles(reader, outputs));
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

    private static void WriteHistory(BinaryWriter writer, TrainingHistory history)
    {
        writer.Write(history.Loss);
        writer.Write(history.MetricName);
        writer.Write(history.Seed);
        writer.Write(history.BestEpoch);
        writer.Write((int)history.StopReason);
        writer.Write(history.TrainingRows);
        writer.Write(history.ValidationRows);
        writer.Write(history.SkippedRows);
        writer.Write(history.Epochs.Count);
        foreach (EpochRecord epoch in history.Epochs)
        {
            writer.Write(epoch.Epoch);
            writer.Write(epoch.RunningTrainingLoss);
            writer.Write(epoch.TrainingLoss ?? double.NaN);
            writer.Write(epoch.ValidationLoss ?? double.NaN);
            writer.Write(epoch.ValidationMetric ?? double.NaN);
            writer.Write(epoch.LearningRate);
            writer.Write(epoch.Seconds);
        }
    }

    private static TrainingHistory ReadHistory(BinaryReader reader)
    {
        string loss = reader.ReadString();
        string metric = reader.ReadString();
        int seed = reader.ReadInt32();
        int bestEpoch = reader.ReadInt32();
        var stopReason = (StopReason)reader.ReadInt32();
        int trainingRows = reader.ReadInt32();
        int validationRows = reader.ReadInt32();
        int skippedRows = reader.ReadInt32();
        int epochCount = reader.ReadInt32();
        if (epochCount < 0)
            throw new InvalidDataException($"The number of epochs, {epochCount}, is negative.");
        var epochs = new List<EpochRecord>();
        for (int i = 0; i < epochCount; i++)
            epochs.Add(new EpochRecord(reader.ReadInt32(), reader.ReadDouble(), ReadOptional(reader), ReadOptional(reader), ReadOptional(reader), reader.ReadDouble(), reader.ReadDouble()));
        return new TrainingHistory(loss, metric, seed, bestEpoch, stopReason, trainingRows, validationRows, skippedRows, epochs);
    }

    private static double? ReadOptional(BinaryReader reader) => reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;

    private static void WriteAll(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        foreach (float value in values)
            writer.Write(value);
    }

    // Grows with what is really there, so that a damaged count ends in "end of stream", not in an allocation of gigabytes.
    private static float[] ReadSingles(BinaryReader reader, int count)
    {
        const int block = 1 << 16;
        var values = new float[Math.Min(count, block)];
        for (int i = 0; i < count; i++)
        {
            if (i == values.Length)
                Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
            values[i] = reader.ReadSingle();
        }
        return values;
    }
}
