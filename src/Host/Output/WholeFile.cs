namespace MLNet.LossExperiments.Host.Output;

/// <summary>Writes a file whole or not at all: beside its place, under a name of its own, then renamed.</summary>
internal static class WholeFile
{
    /// <exception cref="CommandException">It cannot be written; nothing is left of it, and a file of that name that was there before is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (Directory.Exists(path))
            throw CommandException.Failure($"{path} is a folder, but must be the name of a file to write.");
        string beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            using (FileStream stream = File.Create(beside))
                write(stream);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw e is IOException or UnauthorizedAccessException ? CommandException.Failure($"{path} cannot be written: {e.Message}", e) : e;
        }
    }
}
