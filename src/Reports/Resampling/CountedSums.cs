using System.Numerics.Tensors;

namespace MLNet.LossExperiments.Reports;

/// <summary>Sums of some numbers of each row, each row counting so many times its weight.</summary>
internal sealed class CountedSums
{
    // Small enough that the block stays in the fastest cache while all columns pass.
    private const int BlockSize = 1024;

    private readonly double[]? _weights;
    private readonly double[][] _columns;

    /// <param name="weights">The weight of each row; null for 1.</param>
    /// <param name="columns">For each sum, the number of each row.</param>
    public CountedSums(double[]? weights, params double[][] columns) => (_weights, _columns) = (weights, columns);

    /// <param name="counts">How often each row counts.</param>
    /// <param name="sums">Receives the sums of the columns.</param>
    /// <returns>The sum of the counted weights.</returns>
    public double Add(ReadOnlySpan<byte> counts, Span<double> sums)
    {
        sums.Clear();
        double total = 0;
        Span<double> block = stackalloc double[BlockSize];
        for (int start = 0; start < counts.Length; start += BlockSize)
        {
            Span<double> counted = block[..Math.Min(BlockSize, counts.Length - start)];
            ReadOnlySpan<byte> own = counts.Slice(start, counted.Length);
            for (int i = 0; i < counted.Length; i++)
                counted[i] = own[i];
            if (_weights is not null)
                TensorPrimitives.Multiply(counted, _weights.AsSpan(start, counted.Length), counted);
            total += TensorPrimitives.Sum<double>(counted);
            for (int column = 0; column < _columns.Length; column++)
                sums[column] += TensorPrimitives.Dot<double>(counted, _columns[column].AsSpan(start, counted.Length));
        }
        return total;
    }
}
