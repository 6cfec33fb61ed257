using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Host.Tests;

public class SystemFaultTests
{
    public static TheoryData<Exception, string?> Faults => new()
    {
        { new InsufficientMemoryException(), "There is not enough memory." },
        { FromLibTorch("[enforce fail at alloc_cpu.cpp:114] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes.\nframe #0: c10"), "There is not enough memory." },
        { FromLibTorch("CUDA error: no kernel image\nframe #0: c10"), "libtorch could not go on: CUDA error: no kernel image" },
        { new FileNotFoundException("Could not find file 'a.csv'."), "A file is gone that was there before: Could not find file 'a.csv'. Do not move" },
        { new UnauthorizedAccessException("Access to the path 'a.csv' is denied."), "Access to the path 'a.csv' is denied. Check who may read and write there." },
        { new IOException("No space left on device : 'a.csv'"), "A file could not be read or written: No space left on device : 'a.csv'" },
        { new SocketException(), null },
        { new InvalidOperationException("x"), null },
    };

    // As libtorch's faults arrive; analyzers think that nobody but the runtime should make one.
    private static Exception FromLibTorch(string message) => (Exception)Activator.CreateInstance(typeof(ExternalException), message)!;

    [Theory]
    [MemberData(nameof(Faults))]
    public void Explain_FaultOfTheMachine_IsASentence(Exception fault, string? expected)
    {
        string? sentence = SystemFault.Explain(fault);

        if (expected is null)
            Assert.Null(sentence);
        else
            Assert.StartsWith(expected, sentence, StringComparison.Ordinal);
    }
}
