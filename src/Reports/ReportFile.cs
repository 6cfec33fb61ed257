using System.Text;

namespace MLNet.LossExperiments.Reports;

/// <summary>Writes files whole or not at all: beside their place, then renamed.</summary>
internal static class ReportFile
{
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    public static void Write(string path, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path), beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, full, true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
