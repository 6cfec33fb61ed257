using System.Runtime.Intrinsics;

namespace MLNet.LossExperiments.Simd;

/// <summary>
/// The layout of small networks while they train: a panel is [units, rows] of floats, each unit's rows side by side, so that registers hold rows and a layer of five units wastes none of them. Rows are
/// padded to whole registers; what a gradient panel holds in the padding is 0, so that the padding never counts.
/// </summary>
internal static class Panel
{
    public static int Lanes => Vector256<float>.Count;

    /// <summary>The rows of a panel with their padding.</summary>
    public static int PaddedRows(long rows) => (int)((rows + Lanes - 1) / Lanes * Lanes);
}
