using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MLNet.LossExperiments.Native;

/// <summary>The memory of tensors on the processor, also of those with more bytes than one span may have.</summary>
internal static unsafe class TensorMemory
{
    /// <summary>How many bytes are copied, written or hashed at once.</summary>
    public const long BytesAtOnce = 1 << 24;

    /// <summary>Where the numbers of a contiguous tensor begin; valid as long as the tensor lives.</summary>
    /// <param name="tensor">A tensor with at least one number.</param>
    /// <param name="mostBytes">The most bytes of a span.</param>
    public static T* Of<T>(torch.Tensor tensor, long mostBytes = int.MaxValue)
        where T : unmanaged
    {
        if (tensor.numel() * sizeof(T) <= mostBytes)
            return Start(tensor);
        using torch.Tensor numbers = tensor.view(-1);
        using torch.Tensor first = numbers.narrow(0, 0, 1);
        return Start(first);

        static T* Start(torch.Tensor tensor) => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
    }

    /// <summary>The numbers of a contiguous tensor, at most as many as a span may have, whose bytes may be more.</summary>
    public static Span<T> SpanOf<T>(torch.Tensor tensor)
        where T : unmanaged => tensor.numel() == 0 ? [] : new(Of<T>(tensor), checked((int)tensor.numel()));

    /// <summary>The numbers of a tensor in their order, in views of parts of at most <paramref name="mostBytes"/>. A part lives until the next one is asked for.</summary>
    public static IEnumerable<torch.Tensor> Parts(torch.Tensor tensor, long mostBytes = BytesAtOnce)
    {
        using torch.Tensor numbers = tensor.flatten();
        long count = numbers.numel(), most = Math.Max(1, mostBytes / tensor.ElementSize);
        for (long start = 0; start < count; start += most)
        {
            using torch.Tensor part = numbers.narrow(0, start, Math.Min(most, count - start));
            yield return part;
        }
    }
}
