namespace MLNet.LossExperiments;

/// <summary>The native library that trains, libtorch, could not be loaded. The message says what is missing and how to get it. Scoring never needs it.</summary>
public sealed class LibTorchNotFoundException : DllNotFoundException
{
    internal LibTorchNotFoundException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
