using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Scoring;
using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// A pass by managed code on vector registers, for small networks on the processor. Each member goes its way alone, so that it computes the same bits in every cohort; the members are shared out among the cores.
/// </summary>
internal sealed unsafe class SimdPass : TrainingPass
{
    // Below this many products it takes longer to wake another core than to compute.
    private const long LeastProductsOfACore = 100_000;

    private readonly CohortNetwork _network;
    private readonly (int Inputs, int Outputs)[] _layers;
    private readonly MaskStream[] _masks;
    private readonly double _keep;
    private readonly bool _hasDropout;
    private readonly SimdTape _tape;
    private readonly float[][] _scratch;
    private readonly int _widest;
    private readonly long _parameterCount;
    private readonly float* _parameters;
    private readonly float* _gradients;
    private readonly float* _buffers;
    private torch.Tensor? _features;
    private float* _featureMemory;
    private int _count;
    private int _rows;

    /// <param name="network">The networks, on the processor.</param>
    /// <param name="dropout">The probability that a hidden unit is dropped.</param>
    /// <param name="masks">Draws the masks of each member.</param>
    /// <param name="batchSize">The most rows of a batch.</param>
    /// <param name="mostCores">The most cores to use.</param>
    public SimdPass(CohortNetwork network, double dropout, MaskStream[] masks, int batchSize, int mostCores)
    {
        _network = network;
        _layers = [.. network.Shape.Layers];
        _parameterCount = network.Shape.ParameterCount;
        // Where they stay: what changes them does so in place.
        _parameters = Memory(network.Parameters);
        _gradients = Memory(network.Gradients);
        _buffers = network.Shape.BatchNormalization ? Memory(network.Buffers) : null;
        _masks = masks;
        _keep = 1 - dropout;
        _hasDropout = dropout > 0;
        int most = Panel.PaddedRows(batchSize);
        _tape = new SimdTape(network.Shape, masks.Length, most, _hasDropout);
        _widest = _layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs));
        long products = _layers.Sum(layer => (long)layer.Inputs * layer.Outputs) * batchSize * masks.Length;
        int cores = (int)Math.Clamp(products / LeastProductsOfACore, 1, Math.Min(mostCores, masks.Length));
        _scratch = [.. Enumerable.Range(0, cores).Select(_ => GC.AllocateArray<float>(2 * _widest * most, pinned: true))];
    }

    public override torch.Tensor Forward(torch.Tensor features, long start, long count)
    {
        _count = (int)count;
        _rows = Panel.PaddedRows(count);
        torch.Tensor outputs = torch.empty([_masks.Length, count, _network.Shape.OutputCount], torch.float32);
        // Many batches come from one part.
        if (!ReferenceEquals(features, _features))
        {
            _features = features;
            _featureMemory = Memory(features);
        }
        float* y = Memory(outputs), x = _featureMemory;
        long featureCount = _network.Shape.FeatureCount, allRows = features.size(1);
        ForEachMember((member, scratch) => Forward(
            member,
            _parameters + member * _parameterCount,
            _buffers + member * 2 * featureCount,
            x + (member * allRows + start) * featureCount,
            y + member * count * _network.Shape.OutputCount,
            scratch));
        return outputs;
    }

    public override void Backward(torch.Tensor outputGradient, float factor)
    {
        float* g = Memory(outputGradient.is_contiguous() ? outputGradient : outputGradient.contiguous());
        ForEachMember((member, scratch) => Backward(
            member,
            _parameters + member * _parameterCount,
            _gradients + member * _parameterCount,
            g + (long)member * _count * _network.Shape.OutputCount,
            factor,
            scratch));
    }

    private static float* Memory(torch.Tensor tensor) => TensorMemory.Of<float>(tensor);

    private static void ToPanel(float* values, float* panel, int count, int rows, int units, float factor = 1)
    {
        for (int u = 0; u < units; u++)
        {
            float* row = panel + u * rows;
            for (int r = 0; r < count; r++)
                row[r] = factor * values[r * units + u];
            for (int r = count; r < rows; r++)
                row[r] = 0;
        }
    }

    private static void FromPanel(float* panel, float* values, int count, int rows, int units)
    {
        for (int u = 0; u < units; u++)
        {
            for (int r = 0; r < count; r++)
                values[r * units + u] = panel[u * rows + r];
        }
    }

    private void Forward(int member, float* parameters, float* buffers, float* features, float* outputs, float* scratch)
    {
        SimdTape.Member tape = _tape.Of(member);
        float* x = tape.Input(0);
        if (_network.Shape.BatchNormalization)
        {
            int featureCount = _network.Shape.FeatureCount;
            ToPanel(features, scratch, _count, _rows, featureCount);
            PanelNormalization.Forward(scratch, tape.Normalized, x, featureCount, _count, _rows, parameters, buffers, (float)BatchNormalization.Momentum, (float)BatchNormalization.Epsilon);
            parameters += 2 * featureCount;
        }
        else
        {
            ToPanel(features, x, _count, _rows, _network.Shape.FeatureCount);
        }
        for (int i = 0; i < _layers.Length; i++)
        {
            (int inputs, int units) = _layers[i];
            bool isLast = i == _layers.Length - 1;
            float* sums = isLast ? scratch : tape.Sums(i);
            PanelProducts.Forward(parameters, parameters + inputs * units, inputs, units, x, sums, _rows);
            parameters += (inputs + 1) * units;
            if (isLast)
                break;
            x = tape.Input(i + 1);
            int size = units * _rows;
            var activated = new Span<float>(x, size);
            new ReadOnlySpan<float>(sums, size).CopyTo(activated);
            Elementwise.Apply(_network.Activation, activated);
            if (_hasDropout)
            {
                _masks[member].Fill(tape.Mask(i), size, _keep);
                PanelProducts.MultiplyInPlace(x, tape.Mask(i), size);
            }
        }
        FromPanel(scratch, outputs, _count, _rows, _network.Shape.OutputCount);
    }

    private void Backward(int member, float* parameters, float* gradients, float* outputGradients, float factor, float* scratch)
    {
        SimdTape.Member tape = _tape.Of(member);
        float* gradient = scratch, next = scratch + _widest * _rows;
        ToPanel(outputGradients, gradient, _count, _rows, _network.Shape.OutputCount, factor);
        long offset = _parameterCount;
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            (int inputs, int units) = _layers[i];
            offset -= (inputs + 1L) * units;
            PanelProducts.ToWeights(tape.Input(i), gradient, inputs, units, gradients + offset, gradients + offset + inputs * units, _rows);
            if (i == 0 && !_network.Shape.BatchNormalization)
                return;
            PanelProducts.ToInputs(parameters + offset, inputs, units, gradient, next, _rows);
            float* used = gradient;
            gradient = next;
            next = used;
            if (i == 0)
                break;
            if (_hasDropout)
                PanelProducts.MultiplyInPlace(gradient, tape.Mask(i - 1), inputs * _rows);
            ActivationSlopes.Multiply(_network.Activation, tape.Sums(i - 1), gradient, inputs * _rows);
        }
        PanelNormalization.Backward(tape.Normalized, gradient, _network.Shape.FeatureCount, _rows, gradients);
    }

    private void ForEachMember(MemberWork work)
    {
        if (_scratch.Length == 1)
        {
            Range(0);
            return;
        }
        Parallel.For(0, _scratch.Length, Range);

        void Range(int core)
        {
            float* scratch = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_scratch[core]));
            int end = (int)((core + 1L) * _masks.Length / _scratch.Length);
            for (int member = (int)((long)core * _masks.Length / _scratch.Length); member < end; member++)
                work(member, scratch);
        }
    }

    private delegate void MemberWork(int member, float* scratch);
}
