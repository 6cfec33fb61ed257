namespace MLNet.LossExperiments.Models;

/// <summary>A fully connected layer: outputs = inputs · weights + bias.</summary>
public sealed class DenseLayer
{
    private readonly float[] _weights;
    private readonly float[] _bias;

    internal DenseLayer(int inputCount, int outputCount, float[] weights, float[] bias)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputCount, 1);
        if (weights.LongLength != (long)inputCount * outputCount)
            throw new ArgumentException($"A layer of {inputCount} inputs and {outputCount} outputs has {(long)inputCount * outputCount} weights, not {weights.Length}.", nameof(weights));
        if (bias.Length != outputCount)
            throw new ArgumentException($"A layer of {outputCount} outputs has as many biases, not {bias.Length}.", nameof(bias));
        InputCount = inputCount;
        OutputCount = outputCount;
        _weights = weights;
        _bias = bias;
    }

    /// <summary>The number of inputs.</summary>
    public int InputCount { get; }

    /// <summary>The number of outputs, or units.</summary>
    public int OutputCount { get; }

    /// <summary>The weights, [<see cref="InputCount"/>, <see cref="OutputCount"/>] row by row: the weight from input i to output j is at i · <see cref="OutputCount"/> + j.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The bias of each output.</summary>
    public ReadOnlySpan<float> Bias => _bias;
}
