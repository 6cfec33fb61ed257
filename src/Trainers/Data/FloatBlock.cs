using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Data;

/// <summary>Memory for floats that is given back at once when it is no longer needed, not when the garbage collector comes to it. What is never written takes none.</summary>
internal sealed unsafe class FloatBlock(int length) : IDisposable
{
    private float* _memory = (float*)NativeMemory.Alloc((nuint)length, sizeof(float));

    ~FloatBlock() => Free();

    public Span<float> Floats => _memory is null ? throw new ObjectDisposedException(nameof(FloatBlock)) : new(_memory, length);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
