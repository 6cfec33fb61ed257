namespace MLNet.LossExperiments.Host.Writing;

/// <summary>A file that is there whole or not at all: it is written beside its place and moved there when it is complete. What was there before stays until then.</summary>
internal sealed class PlacedFile : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private bool _isPlaced;

    /// <exception cref="CommandException">It cannot be written there.</exception>
    public PlacedFile(string path)
    {
        _path = path;
        string full = Path.GetFullPath(path);
        _beside = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}");
        if (Directory.Exists(full))
            throw CommandException.Failure($"{path} is a folder, but must be a file.");
        try
        {
            Stream = new FileStream(_beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be written: {e.Message.Replace(_beside, path, StringComparison.Ordinal)}", e);
        }
    }

    /// <summary>Writes a file at once, and makes its folder if need be.</summary>
    /// <exception cref="CommandException">It cannot be written; folders that were made for it are gone.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            using var trail = new FolderTrail(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = new PlacedFile(path);
            write(file.Stream);
            file.Place();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>What is written to.</summary>
    public FileStream Stream { get; }

    /// <summary>Moves it to its place.</summary>
    /// <exception cref="CommandException">It cannot be moved there.</exception>
    public void Place()
    {
        try
        {
            Stream.Dispose();
            File.Move(_beside, _path, overwrite: true);
            _isPlaced = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{_path} cannot be written: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isPlaced)
            File.Delete(_beside);
    }
}
