using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>
/// A dense layer laid out for vector registers: outputs in panels of <see cref="Lanes"/>, each panel holding its weights input by input.
/// Every output is summed over the inputs in the same order whatever the number of rows, so that a row's result does not depend on the batch it is in.
/// </summary>
internal sealed class PackedLayer
{
    public const int Lanes = 8;
    private const int RowsAtOnce = 4;

    private readonly float[] _panels;
    private readonly float[] _bias;

    public PackedLayer(DenseLayer layer)
    {
        InputCount = layer.InputCount;
        OutputCount = layer.OutputCount;
        PanelCount = (layer.OutputCount + Lanes - 1) / Lanes;
        _panels = new float[checked(PanelCount * Lanes * InputCount)];
        _bias = new float[PaddedOutputCount];
        layer.Bias.CopyTo(_bias);
        ReadOnlySpan<float> weights = layer.Weights;
        for (int output = 0; output < OutputCount; output++)
        {
            int panel = output / Lanes * Lanes * InputCount + output % Lanes;
            for (int input = 0; input < InputCount; input++)
                _panels[panel + input * Lanes] = weights[input * OutputCount + output];
        }
    }

    public int InputCount { get; }

    public int OutputCount { get; }

    /// <summary>The length of an output row: the padding holds zeros before the activation.</summary>
    public int PaddedOutputCount => PanelCount * Lanes;

    private int PanelCount { get; }

    /// <summary>Computes the layer for <paramref name="rows"/> rows that lie <paramref name="inputStride"/> apart; output rows lie <see cref="PaddedOutputCount"/> apart.</summary>
    public void Forward(ReadOnlySpan<float> inputs, int inputStride, int rows, Span<float> outputs)
    {
        if (rows == 1)
            ForwardOne(inputs, outputs);
        else
            ForwardMany(inputs, inputStride, rows, outputs);
    }

    private void ForwardOne(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int panel = 0;
        for (; panel + 4 <= PanelCount; panel += 4)
            OneRowFourPanels(inputs, panel, outputs);
        for (; panel + 2 <= PanelCount; panel += 2)
            OneRowTwoPanels(inputs, panel, outputs);
        if (panel < PanelCount)
            OneRowOnePanel(inputs, panel, outputs);
    }

    // Panels outside, rows inside: a pair of panels stays in the nearest cache while all rows pass it.
    private void ForwardMany(ReadOnlySpan<float> inputs, int inputStride, int rows, Span<float> outputs)
    {
        int panel = 0;
        for (; panel + 2 <= PanelCount; panel += 2)
        {
            int row = 0;
            for (; row + RowsAtOnce <= rows; row += RowsAtOnce)
                FourRowsTwoPanels(inputs[(row * inputStride)..], inputStride, panel, outputs[(row * PaddedOutputCount)..]);
            for (; row < rows; row++)
                OneRowTwoPanels(inputs[(row * inputStride)..], panel, outputs[(row * PaddedOutputCount)..]);
        }
        if (panel == PanelCount)
            return;
        for (int row = 0; row < rows; row++)
            OneRowOnePanel(inputs[(row * inputStride)..], panel, outputs[(row * PaddedOutputCount)..]);
    }

    private void FourRowsTwoPanels(ReadOnlySpan<float> inputs, int stride, int panel, Span<float> outputs)
    {
        ref float x0 = ref MemoryMarshal.GetReference(inputs[..(3 * stride + InputCount)]);
        ref float x1 = ref Unsafe.Add(ref x0, stride);
        ref float x2 = ref Unsafe.Add(ref x1, stride);
        ref float x3 = ref Unsafe.Add(ref x2, stride);
        ref float left = ref PanelAt(panel);
        ref float right = ref PanelAt(panel + 1);
        Vector256<float> a0 = BiasAt(panel), b0 = BiasAt(panel + 1);
        Vector256<float> a1 = a0, a2 = a0, a3 = a0, b1 = b0, b2 = b0, b3 = b0;
        for (nuint i = 0; i < (nuint)InputCount; i++)
        {
            Vector256<float> wa = Vector256.LoadUnsafe(ref left, i * Lanes);
            Vector256<float> wb = Vector256.LoadUnsafe(ref right, i * Lanes);
            Vector256<float> x = Vector256.Create(Unsafe.Add(ref x0, i));
            a0 = Vector256.FusedMultiplyAdd(x, wa, a0);
            b0 = Vector256.FusedMultiplyAdd(x, wb, b0);
            x = Vector256.Create(Unsafe.Add(ref x1, i));
            a1 = Vector256.FusedMultiplyAdd(x, wa, a1);
            b1 = Vector256.FusedMultiplyAdd(x, wb, b1);
            x = Vector256.Create(Unsafe.Add(ref x2, i));
            a2 = Vector256.FusedMultiplyAdd(x, wa, a2);
            b2 = Vector256.FusedMultiplyAdd(x, wb, b2);
            x = Vector256.Create(Unsafe.Add(ref x3, i));
            a3 = Vector256.FusedMultiplyAdd(x, wa, a3);
            b3 = Vector256.FusedMultiplyAdd(x, wb, b3);
        }
        Store(outputs, 0, panel, a0, b0);
        Store(outputs, 1, panel, a1, b1);
        Store(outputs, 2, panel, a2, b2);
        Store(outputs, 3, panel, a3, b3);
    }

    private void OneRowFourPanels(ReadOnlySpan<float> inputs, int panel, Span<float> outputs)
    {
        ref float x0 = ref MemoryMarshal.GetReference(inputs[..InputCount]);
        ref float p0 = ref PanelAt(panel);
        ref float p1 = ref PanelAt(panel + 1);
        ref float p2 = ref PanelAt(panel + 2);
        ref float p3 = ref PanelAt(panel + 3);
        Vector256<float> a = BiasAt(panel), b = BiasAt(panel + 1), c = BiasAt(panel + 2), d = BiasAt(panel + 3);
        for (nuint i = 0; i < (nuint)InputCount; i++)
        {
            Vector256<float> x = Vector256.Create(Unsafe.Add(ref x0, i));
            a = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref p0, i * Lanes), a);
            b = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref p1, i * Lanes), b);
            c = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref p2, i * Lanes), c);
            d = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref p3, i * Lanes), d);
        }
        Store(outputs, 0, panel, a, b);
        Store(outputs, 0, panel + 2, c, d);
    }

    private void OneRowTwoPanels(ReadOnlySpan<float> inputs, int panel, Span<float> outputs)
    {
        ref float x0 = ref MemoryMarshal.GetReference(inputs[..InputCount]);
        ref float left = ref PanelAt(panel);
        ref float right = ref PanelAt(panel + 1);
        Vector256<float> a = BiasAt(panel), b = BiasAt(panel + 1);
        for (nuint i = 0; i < (nuint)InputCount; i++)
        {
            Vector256<float> x = Vector256.Create(Unsafe.Add(ref x0, i));
            a = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref left, i * Lanes), a);
            b = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref right, i * Lanes), b);
        }
        Store(outputs, 0, panel, a, b);
    }

    private void OneRowOnePanel(ReadOnlySpan<float> inputs, int panel, Span<float> outputs)
    {
        ref float x0 = ref MemoryMarshal.GetReference(inputs[..InputCount]);
        ref float weights = ref PanelAt(panel);
        Vector256<float> a = BiasAt(panel);
        for (nuint i = 0; i < (nuint)InputCount; i++)
            a = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref x0, i)), Vector256.LoadUnsafe(ref weights, i * Lanes), a);
        a.CopyTo(outputs.Slice(panel * Lanes, Lanes));
    }

    private ref float PanelAt(int panel) => ref _panels.AsSpan(panel * Lanes * InputCount, Lanes * InputCount)[0];

    private Vector256<float> BiasAt(int panel) => Vector256.Create<float>(_bias.AsSpan(panel * Lanes, Lanes));

    private void Store(Span<float> outputs, int row, int panel, Vector256<float> left, Vector256<float> right)
    {
        Span<float> target = outputs.Slice(row * PaddedOutputCount + panel * Lanes, 2 * Lanes);
        left.CopyTo(target);
        right.CopyTo(target[Lanes..]);
    }
}
