using System.Runtime.Intrinsics;

namespace MLNet.LossExperiments.Simd;

/// <summary>The three products of a dense layer on panels (<see cref="Panel"/>): forward, and backward to its inputs and to its weights. Weights are [inputs, outputs].</summary>
/// <remarks>Sums are kept in registers, for tiles of 4 units by 3 registers of rows: 12 sums, 3 registers of inputs and a weight fill the 16 registers of AVX2.</remarks>
internal static unsafe class PanelProducts
{
    private const int TileUnits = 4;
    private const int TileVectors = 3;

    /// <summary>outputs[o, r] = bias[o] + Σᵢ weights[i, o] · inputs[i, r].</summary>
    public static void Forward(float* weights, float* bias, int inputCount, int outputCount, float* inputs, float* outputs, int rows) =>
        Multiply(weights, 1, outputCount, outputCount, inputCount, bias, inputs, outputs, rows);

    /// <summary>inputGradients[i, r] = Σₒ weights[i, o] · outputGradients[o, r].</summary>
    public static void ToInputs(float* weights, int inputCount, int outputCount, float* outputGradients, float* inputGradients, int rows) =>
        Multiply(weights, outputCount, 1, inputCount, outputCount, null, outputGradients, inputGradients, rows);

    /// <summary>weightGradients[i, o] = Σᵣ inputs[i, r] · outputGradients[o, r], and biasGradients[o] = Σᵣ outputGradients[o, r].</summary>
    public static void ToWeights(float* inputs, float* outputGradients, int inputCount, int outputCount, float* weightGradients, float* biasGradients, int rows)
    {
        int i = 0;
        for (; i + 2 <= inputCount; i += 2)
        {
            int o = 0;
            for (; o + TileUnits <= outputCount; o += TileUnits)
                TileToWeights(inputs + i * rows, outputGradients + o * rows, weightGradients + i * outputCount + o, outputCount, rows);
            for (; o < outputCount; o++)
            {
                weightGradients[i * outputCount + o] = Dot(inputs + i * rows, outputGradients + o * rows, rows);
                weightGradients[(i + 1) * outputCount + o] = Dot(inputs + (i + 1) * rows, outputGradients + o * rows, rows);
            }
        }
        for (; i < inputCount; i++)
        {
            for (int o = 0; o < outputCount; o++)
                weightGradients[i * outputCount + o] = Dot(inputs + i * rows, outputGradients + o * rows, rows);
        }
        for (int o = 0; o < outputCount; o++)
            biasGradients[o] = Sum(outputGradients + o * rows, rows);
    }

    /// <summary>Σᵣ a[r] · b[r].</summary>
    public static float Dot(float* a, float* b, int rows)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int r = 0; r < rows; r += Vector256<float>.Count)
            sum = Vector256.FusedMultiplyAdd(Vector256.Load(a + r), Vector256.Load(b + r), sum);
        return Vector256.Sum(sum);
    }

    /// <summary>Σᵣ a[r].</summary>
    public static float Sum(float* a, int rows)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int r = 0; r < rows; r += Vector256<float>.Count)
            sum += Vector256.Load(a + r);
        return Vector256.Sum(sum);
    }

    /// <summary>a[i] ← a[i] · b[i].</summary>
    public static void MultiplyInPlace(float* a, float* b, int count)
    {
        for (int i = 0; i < count; i += Vector256<float>.Count)
            (Vector256.Load(a + i) * Vector256.Load(b + i)).Store(a + i);
    }

    // c[m, r] = start[m] + Σₖ a[m · unitStride + k · termStride] · b[k, r]
    private static void Multiply(float* a, nint unitStride, nint termStride, int units, int terms, float* start, float* b, float* c, int rows)
    {
        int r = 0;
        for (; r + TileVectors * Vector256<float>.Count <= rows; r += TileVectors * Vector256<float>.Count)
        {
            int m = 0;
            for (; m + TileUnits <= units; m += TileUnits)
                Tile4x3(a + m * unitStride, unitStride, termStride, terms, start == null ? null : start + m, b + r, c + (nint)m * rows + r, rows);
            for (; m < units; m++)
                Tile1x3(a + m * unitStride, termStride, terms, start == null ? 0 : start[m], b + r, c + (nint)m * rows + r, rows);
        }
        for (; r < rows; r += Vector256<float>.Count)
        {
            int m = 0;
            for (; m + TileUnits <= units; m += TileUnits)
                Tile4x1(a + m * unitStride, unitStride, termStride, terms, start == null ? null : start + m, b + r, c + (nint)m * rows + r, rows);
            for (; m < units; m++)
                Tile1x1(a + m * unitStride, termStride, terms, start == null ? 0 : start[m], b + r, c + (nint)m * rows + r, rows);
        }
    }

    private static void Tile4x3(float* a, nint unitStride, nint termStride, int terms, float* start, float* b, float* c, nint rows)
    {
        int lanes = Vector256<float>.Count;
        Vector256<float> s00 = Vector256.Create(start == null ? 0 : start[0]), s01 = s00, s02 = s00;
        Vector256<float> s10 = Vector256.Create(start == null ? 0 : start[1]), s11 = s10, s12 = s10;
        Vector256<float> s20 = Vector256.Create(start == null ? 0 : start[2]), s21 = s20, s22 = s20;
        Vector256<float> s30 = Vector256.Create(start == null ? 0 : start[3]), s31 = s30, s32 = s30;
        for (int k = 0; k < terms; k++, a += termStride, b += rows)
        {
            Vector256<float> b0 = Vector256.Load(b), b1 = Vector256.Load(b + lanes), b2 = Vector256.Load(b + 2 * lanes);
            Vector256<float> w = Vector256.Create(a[0]);
            s00 = Vector256.FusedMultiplyAdd(w, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(w, b1, s01);
            s02 = Vector256.FusedMultiplyAdd(w, b2, s02);
            w = Vector256.Create(a[unitStride]);
            s10 = Vector256.FusedMultiplyAdd(w, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(w, b1, s11);
            s12 = Vector256.FusedMultiplyAdd(w, b2, s12);
            w = Vector256.Create(a[2 * unitStride]);
            s20 = Vector256.FusedMultiplyAdd(w, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(w, b1, s21);
            s22 = Vector256.FusedMultiplyAdd(w, b2, s22);
            w = Vector256.Create(a[3 * unitStride]);
            s30 = Vector256.FusedMultiplyAdd(w, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(w, b1, s31);
            s32 = Vector256.FusedMultiplyAdd(w, b2, s32);
        }
        s00.Store(c);
        s01.Store(c + lanes);
        s02.Store(c + 2 * lanes);
        s10.Store(c + rows);
        s11.Store(c + rows + lanes);
        s12.Store(c + rows + 2 * lanes);
        s20.Store(c + 2 * rows);
        s21.Store(c + 2 * rows + lanes);
        s22.Store(c + 2 * rows + 2 * lanes);
        s30.Store(c + 3 * rows);
        s31.Store(c + 3 * rows + lanes);
        s32.Store(c + 3 * rows + 2 * lanes);
    }

    private static void Tile4x1(float* a, nint unitStride, nint termStride, int terms, float* start, float* b, float* c, nint rows)
    {
        Vector256<float> s0 = Vector256.Create(start == null ? 0 : start[0]), s1 = Vector256.Create(start == null ? 0 : start[1]);
        Vector256<float> s2 = Vector256.Create(start == null ? 0 : start[2]), s3 = Vector256.Create(start == null ? 0 : start[3]);
        for (int k = 0; k < terms; k++, a += termStride, b += rows)
        {
            Vector256<float> b0 = Vector256.Load(b);
            s0 = Vector256.FusedMultiplyAdd(Vector256.Create(a[0]), b0, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Create(a[unitStride]), b0, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Create(a[2 * unitStride]), b0, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Create(a[3 * unitStride]), b0, s3);
        }
        s0.Store(c);
        s1.Store(c + rows);
        s2.Store(c + 2 * rows);
        s3.Store(c + 3 * rows);
    }

    private static void Tile1x3(float* a, nint termStride, int terms, float start, float* b, float* c, nint rows)
    {
        int lanes = Vector256<float>.Count;
        Vector256<float> s0 = Vector256.Create(start), s1 = s0, s2 = s0;
        for (int k = 0; k < terms; k++, a += termStride, b += rows)
        {
            Vector256<float> w = Vector256.Create(a[0]);
            s0 = Vector256.FusedMultiplyAdd(w, Vector256.Load(b), s0);
            s1 = Vector256.FusedMultiplyAdd(w, Vector256.Load(b + lanes), s1);
            s2 = Vector256.FusedMultiplyAdd(w, Vector256.Load(b + 2 * lanes), s2);
        }
        s0.Store(c);
        s1.Store(c + lanes);
        s2.Store(c + 2 * lanes);
    }

    private static void Tile1x1(float* a, nint termStride, int terms, float start, float* b, float* c, nint rows)
    {
        Vector256<float> sum = Vector256.Create(start);
        for (int k = 0; k < terms; k++, a += termStride, b += rows)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(a[0]), Vector256.Load(b), sum);
        sum.Store(c);
    }

    private static void TileToWeights(float* inputs, float* outputGradients, float* weightGradients, nint stride, nint rows)
    {
        Vector256<float> s00 = Vector256<float>.Zero, s01 = s00, s02 = s00, s03 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00;
        for (nint r = 0; r < rows; r += Vector256<float>.Count)
        {
            Vector256<float> x0 = Vector256.Load(inputs + r), x1 = Vector256.Load(inputs + rows + r);
            Vector256<float> g = Vector256.Load(outputGradients + r);
            s00 = Vector256.FusedMultiplyAdd(x0, g, s00);
            s10 = Vector256.FusedMultiplyAdd(x1, g, s10);
            g = Vector256.Load(outputGradients + rows + r);
            s01 = Vector256.FusedMultiplyAdd(x0, g, s01);
            s11 = Vector256.FusedMultiplyAdd(x1, g, s11);
            g = Vector256.Load(outputGradients + 2 * rows + r);
            s02 = Vector256.FusedMultiplyAdd(x0, g, s02);
            s12 = Vector256.FusedMultiplyAdd(x1, g, s12);
            g = Vector256.Load(outputGradients + 3 * rows + r);
            s03 = Vector256.FusedMultiplyAdd(x0, g, s03);
            s13 = Vector256.FusedMultiplyAdd(x1, g, s13);
        }
        Vector128.Create(Vector256.Sum(s00), Vector256.Sum(s01), Vector256.Sum(s02), Vector256.Sum(s03)).Store(weightGradients);
        Vector128.Create(Vector256.Sum(s10), Vector256.Sum(s11), Vector256.Sum(s12), Vector256.Sum(s13)).Store(weightGradients + stride);
    }
}
