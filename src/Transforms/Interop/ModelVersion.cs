using Microsoft.ML;

namespace MLNet.LossExperiments.Interop;

/// <summary>The version stamps of our parts of an ML.NET model file.</summary>
internal static class ModelVersion
{
    /// <summary>
    /// The assembly is named without its version: the file says by its own numbers which versions can read it, and ML.NET loads
    /// the assembly by this name when it meets a signature that it does not know yet.
    /// </summary>
    public static VersionInfo Of(string signature, string loaderSignature) => new(
        modelSignature: signature,
        verWrittenCur: 0x00010002,
        verReadableCur: 0x00010002,
        verWeCanReadBack: 0x00010002,
        loaderSignature: loaderSignature,
        loaderAssemblyName: typeof(ModelVersion).Assembly.GetName().Name);
}
