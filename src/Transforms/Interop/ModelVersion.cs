using Microsoft.ML;

namespace MLNet.LossExperiments.Interop;

/// <summary>The version stamps of our parts of an ML.NET model file.</summary>
internal static class ModelVersion
{
    private const uint OfModels = 0x00010003;

    /// <summary>
    /// The assembly is named without its version: the file says by its own numbers which versions can read it, and ML.NET loads
    /// the assembly by this name when it meets a signature that it does not know yet.
    /// </summary>
    /// <param name="signature">Eight letters that mark the part.</param>
    /// <param name="loaderSignature">What ML.NET finds the loading code by.</param>
    /// <param name="version">The version of the part's format.</param>
    public static VersionInfo Of(string signature, string loaderSignature, uint version = OfModels) => new(
        modelSignature: signature,
        verWrittenCur: version,
        verReadableCur: version,
        verWeCanReadBack: version,
        loaderSignature: loaderSignature,
        loaderAssemblyName: typeof(ModelVersion).Assembly.GetName().Name);
}
