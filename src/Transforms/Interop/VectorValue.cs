using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>Fills ML.NET's vectors.</summary>
internal static class VectorValue
{
    /// <summary>Puts values into a vector, reusing its memory.</summary>
    public static void Set(ref VBuffer<float> vector, ReadOnlySpan<float> values)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, values.Length);
        values.CopyTo(editor.Values);
        vector = editor.Commit();
    }
}
