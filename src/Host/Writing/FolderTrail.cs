namespace MLNet.LossExperiments.Host.Writing;

/// <summary>The folders made on the way to a place. Those that are still empty at the end go again: what others have put into one keeps it.</summary>
internal sealed class FolderTrail : IDisposable
{
    private readonly List<string> _made = [];

    /// <summary>Makes a folder, and all above it.</summary>
    /// <exception cref="IOException">It cannot be made; nor are any left that were made for it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public FolderTrail(string folder)
    {
        for (string? missing = Path.GetFullPath(folder); missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing))
            _made.Add(missing);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (string folder in _made)
        {
            try
            {
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Something is in it.
                return;
            }
        }
    }
}
