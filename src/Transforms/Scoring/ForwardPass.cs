using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Computes the outputs of a network with managed vector code. Immutable, so any number of threads may run it, each with its own scratch space.</summary>
internal sealed class ForwardPass
{
    private readonly PackedLayer[] _layers;
    private readonly Activation _activation;
    private readonly OutputRange _outputRange;
    private readonly int _widest;
    private readonly InputScaler? _inputScaler;

    public ForwardPass(MlpNetwork network)
    {
        _layers = [.. network.Layers.Select(layer => new PackedLayer(layer))];
        _activation = network.Activation;
        _outputRange = network.OutputRange;
        _inputScaler = network.InputScaler;
        _widest = _layers.Max(layer => layer.PaddedOutputCount);
    }

    public int FeatureCount => _layers[0].InputCount;

    public int OutputCount => _layers[^1].OutputCount;

    /// <summary>How many floats of scratch space <see cref="Run"/> needs for a number of rows.</summary>
    public int ScratchLength(int rows) => checked(2 * rows * _widest + (_inputScaler is null ? 0 : rows * FeatureCount));

    /// <summary>Computes [rows, <see cref="OutputCount"/>] outputs from [rows, <see cref="FeatureCount"/>] features.</summary>
    public void Run(ReadOnlySpan<float> features, int rows, Span<float> outputs, Span<float> scratch)
    {
        Span<float> source = scratch[..(rows * _widest)];
        Span<float> target = scratch.Slice(rows * _widest, rows * _widest);
        ReadOnlySpan<float> inputs = _inputScaler is null ? features : Elementwise.Apply(_inputScaler, features, scratch.Slice(2 * rows * _widest, rows * FeatureCount));
        int stride = FeatureCount;
        for (int i = 0; i < _layers.Length; i++)
        {
            PackedLayer layer = _layers[i];
            Span<float> results = target[..(rows * layer.PaddedOutputCount)];
            layer.Forward(inputs, stride, rows, results);
            if (i < _layers.Length - 1)
                Elementwise.Apply(_activation, results);
            inputs = results;
            stride = layer.PaddedOutputCount;
            Span<float> spare = source;
            source = target;
            target = spare;
        }
        Elementwise.Apply(_outputRange, source[..(rows * stride)]);
        for (int row = 0; row < rows; row++)
            inputs.Slice(row * stride, OutputCount).CopyTo(outputs[(row * OutputCount)..]);
    }
}
