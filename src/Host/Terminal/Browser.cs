using System.ComponentModel;
using System.Diagnostics;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows pages in whatever browser the user has.</summary>
internal static class Browser
{
    /// <param name="file">The page.</param>
    /// <param name="screen">Is told where there is no browser.</param>
    public static void Show(string file, Screen screen)
    {
        string full = Path.GetFullPath(file);
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(full) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            screen.Warn($"No browser could be started: {e.Message} Open {full} yourself.");
        }
    }
}
