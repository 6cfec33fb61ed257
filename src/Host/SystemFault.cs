using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Host;

/// <summary>Says what the machine refused: memory, a file, a disk.</summary>
internal static class SystemFault
{
    // EPIPE; on Windows ERROR_BROKEN_PIPE and ERROR_NO_DATA.
    private static readonly int[] BrokenPipes = OperatingSystem.IsWindows() ? [unchecked((int)0x8007006D), unchecked((int)0x800700E8)] : [32];

    private static readonly string[] SignsOfNoMemory = ["allocate memory", "out of memory", "alloc_cpu"];

    /// <summary>Whether the reader of standard output had enough, as head has: no fault, and an end.</summary>
    public static bool IsReaderGone(Exception exception) => exception is IOException && BrokenPipes.Contains(exception.HResult);

    /// <summary>A sentence about a fault of the machine; null for any other.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OutOfMemoryException => NoMemory,
        // What libtorch says goes on with lines of its own stack.
        ExternalException when SignsOfNoMemory.Any(sign => exception.Message.Contains(sign, StringComparison.OrdinalIgnoreCase)) => NoMemory,
        ExternalException when exception.GetType() == typeof(ExternalException) => $"libtorch could not go on: {exception.Message.Split('\n')[0].Trim()}",
        FileNotFoundException or DirectoryNotFoundException => $"A file is gone that was there before: {exception.Message} Do not move or delete files while a command runs.",
        UnauthorizedAccessException => $"{exception.Message} Check who may read and write there.",
        IOException => $"A file could not be read or written: {exception.Message}",
        _ => null,
    };

    private static string NoMemory =>
        "There is not enough memory. Close other programs, or ask for less: fewer rows or columns, smaller --hidden or --batch-size, fewer networks at once.";
}
