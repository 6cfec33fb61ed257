using System.Diagnostics;

/// <summary>Does the work until the compiler has done its own: it compiles anew what is called often, on a thread that takes a core away.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static void Run(Action work)
    {
        var watch = Stopwatch.StartNew();
        do
            work();
        while (watch.Elapsed < Long);
    }
}
