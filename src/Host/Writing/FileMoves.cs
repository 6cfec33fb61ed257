namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Moves files to their places, over others where there are any, and takes all of it back unless the whole is kept.</summary>
internal sealed class FileMoves : IDisposable
{
    private readonly List<(string Place, string? Backup)> _done = [];
    private readonly List<FolderTrail> _trails = [];
    private bool _isKept;

    public void Move(string file, string place)
    {
        _trails.Add(new FolderTrail(Path.GetDirectoryName(place)!));
        string? backup = File.Exists(place) ? Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Guid.NewGuid():N}") : null;
        if (backup is not null)
            File.Move(place, backup);
        try
        {
            File.Move(file, place);
        }
        catch when (backup is not null)
        {
            File.Move(backup, place);
            throw;
        }
        _done.Add((place, backup));
    }

    /// <summary>All is moved; what was there before goes.</summary>
    public void Keep()
    {
        _isKept = true;
        foreach (string backup in _done.Select(move => move.Backup).OfType<string>())
            File.Delete(backup);
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            foreach ((string place, string? backup) in Enumerable.Reverse(_done))
            {
                File.Delete(place);
                if (backup is not null)
                    File.Move(backup, place);
            }
        }
        foreach (FolderTrail trail in Enumerable.Reverse(_trails))
            trail.Dispose();
    }
}
