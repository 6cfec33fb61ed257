using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Tells rows from others by a hash of all their features, labels and weights, in their order. Rows that are streamed are read once more for it.</summary>
internal static class DataFingerprint
{
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
        hash.AppendData(MemoryMarshal.AsBytes<long>(tensor.shape));
        foreach (torch.Tensor part in TensorMemory.Parts(tensor))
        {
            using DisposeScope scope = torch.NewDisposeScope();
            hash.AppendData(part.cpu().bytes);
        }
    }
}
