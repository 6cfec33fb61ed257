using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>The folders that runs write to.</summary>
internal static class Places
{
    public static IEnumerable<Check> Check() =>
    [
        Check("Current folder", ".", "Go to a folder that you may write to, or name one with --output FOLDER."),
        Check("Temporary folder", Path.GetTempPath(), "Set TMPDIR (on Windows TEMP) to a folder that you may write to."),
    ];

    private static Check Check(string name, string folder, string remedy)
    {
        try
        {
            new RunFolder(folder, "mlnet-loss-doctor").CheckWritable();
            return new Check(name, CheckStatus.Ok, "Can be written.");
        }
        catch (CommandException e)
        {
            return new Check(name, CheckStatus.Warn, e.Message, remedy);
        }
    }
}
