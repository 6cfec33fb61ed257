using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Host;

/// <summary>Loads libtorch without a word.</summary>
internal static class QuietLibTorch
{
    /// <summary>Loads it, if it is not loaded yet. Where it cannot, TorchSharp prints what it tried to standard output, which holds results and nothing else; the exception says it better.</summary>
    /// <exception cref="LibTorchNotFoundException">It cannot be loaded.</exception>
    public static void Load()
    {
        TextWriter output = Console.Out;
        try
        {
            Console.SetOut(TextWriter.Null);
            LibTorch.EnsureLoaded();
        }
        finally
        {
            Console.SetOut(output);
        }
    }
}
