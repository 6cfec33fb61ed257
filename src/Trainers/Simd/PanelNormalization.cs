using System.Runtime.Intrinsics;

namespace MLNet.LossExperiments.Simd;

/// <summary>Batch normalisation of one member's features on panels (<see cref="Panel"/>); on tensors it is in Network/BatchNormalization.cs, which says what is computed.</summary>
internal static unsafe class PanelNormalization
{
    /// <summary>Normalises a batch by its own statistics and lets the running ones follow.</summary>
    /// <param name="features">[features, rows].</param>
    /// <param name="normalized">[features, rows], before gamma and beta: filled in; 0 in the padding.</param>
    /// <param name="scaled">[features, rows], after gamma and beta: filled in.</param>
    /// <param name="featureCount">The number of features.</param>
    /// <param name="count">The number of rows, at least 2.</param>
    /// <param name="rows">The same with padding.</param>
    /// <param name="gammaBeta">[2 · features]: gammas, then betas.</param>
    /// <param name="running">[2 · features]: running means, then running variances; changed in place.</param>
    /// <param name="momentum">How far the running statistics move.</param>
    /// <param name="epsilon">What is added to a variance.</param>
    public static void Forward(float* features, float* normalized, float* scaled, int featureCount, int count, int rows, float* gammaBeta, float* running, float momentum, float epsilon)
    {
        for (int f = 0; f < featureCount; f++)
        {
            float* x = features + f * rows, n = normalized + f * rows, y = scaled + f * rows;
            float mean = PanelProducts.Sum(x, rows) / count;
            Vector256<float> middle = Vector256.Create(mean);
            for (int r = 0; r < rows; r += Vector256<float>.Count)
                (Vector256.Load(x + r) - middle).Store(n + r);
            for (int r = count; r < rows; r++)
                n[r] = 0;
            float variance = PanelProducts.Dot(n, n, rows) / count;
            running[f] += momentum * (mean - running[f]);
            running[featureCount + f] += momentum * (variance * count / (count - 1) - running[featureCount + f]);
            Vector256<float> scale = Vector256.Create(1 / MathF.Sqrt(variance + epsilon));
            Vector256<float> gamma = Vector256.Create(gammaBeta[f]), beta = Vector256.Create(gammaBeta[featureCount + f]);
            for (int r = 0; r < rows; r += Vector256<float>.Count)
            {
                Vector256<float> value = Vector256.Load(n + r) * scale;
                value.Store(n + r);
                (value * gamma + beta).Store(y + r);
            }
        }
    }

    /// <summary>The gradients of gamma and beta, given that of the scaled features.</summary>
    public static void Backward(float* normalized, float* gradients, int featureCount, int rows, float* gammaBetaGradients)
    {
        for (int f = 0; f < featureCount; f++)
        {
            gammaBetaGradients[f] = PanelProducts.Dot(normalized + f * rows, gradients + f * rows, rows);
            gammaBetaGradients[featureCount + f] = PanelProducts.Sum(gradients + f * rows, rows);
        }
    }
}
