using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Tells rows from others by a hash of all their features, labels and weights, in their order. Rows that are streamed are read once more for it.</summary>
internal static class DataFingerprint
{
    // A span holds at most 2 GiB.
    private const long NumbersAtOnce = 1 << 22;
    private const int ShownDigits = 16;

    /// <returns>For example <c>354 rows (9F86D081884C7D65)</c>; <c>none</c> without rows.</returns>
    public static string Of(RowSource? rows)
    {
        if (rows is null)
            return "none";
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RowTable block in rows.Blocks())
        {
            Append(hash, block.Features);
            Append(hash, block.Targets);
            if (block.Weights is not null)
                Append(hash, block.Weights);
        }
        return $"{rows.Count} rows ({Convert.ToHexString(hash.GetHashAndReset())[..ShownDigits]})";
    }

    private static void Append(IncrementalHash hash, torch.Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        hash.AppendData(MemoryMarshal.AsBytes<long>(tensor.shape));
        torch.Tensor numbers = tensor.flatten();
        for (long start = 0; start < numbers.numel(); start += NumbersAtOnce)
        {
            using torch.Tensor part = numbers.narrow(0, start, Math.Min(NumbersAtOnce, numbers.numel() - start));
            using torch.Tensor here = part.cpu();
            hash.AppendData(here.bytes);
        }
    }
}
