namespace MLNet.LossExperiments.Host.Writing;

/// <summary>
/// A hidden folder beside its place, where files are written until they are whole. At the end it goes, and folders that were made for it where nothing is in them; nothing else is ever removed.
/// </summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly FolderTrail _trail;
    private bool _isKept;

    /// <param name="parent">The folder of the place, which is made where it is missing.</param>
    /// <param name="name">The name of the place.</param>
    public StagedFolder(string parent, string name)
    {
        _trail = new FolderTrail(parent);
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), $"{PrefixOf(name)}{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Whether a folder of this name was made for a place.</summary>
    public static bool IsOf(string folder, string name) => folder.StartsWith(PrefixOf(name), StringComparison.Ordinal) && folder.Length > PrefixOf(name).Length + 32 && folder[PrefixOf(name).Length..].IndexOf('.') == 32;

    /// <summary>Writes files into it.</summary>
    /// <param name="files">For each file its name, which may begin with that of a folder in this one, and what writes it.</param>
    public void Write(IEnumerable<(string Name, Action<Stream> Write)> files)
    {
        foreach ((string name, Action<Stream> write) in files)
        {
            string path = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            using FileStream stream = File.Create(path);
            write(stream);
        }
    }

    /// <summary>Gives it the name of its place.</summary>
    /// <returns>False where there is something by that name already.</returns>
    public bool TryMoveTo(string place)
    {
        try
        {
            // An empty folder is of no value, and nothing can be moved over it.
            if (Directory.Exists(place) && !Directory.EnumerateFileSystemEntries(place).Any())
                Directory.Delete(place, recursive: false);
            if (System.IO.Path.Exists(place))
                return false;
            Directory.Move(Path, place);
            return true;
        }
        catch (IOException) when (System.IO.Path.Exists(place))
        {
            return false;
        }
    }

    /// <summary>Puts it in the place of a folder that is there. What is not to be replaced goes on lying in the new one.</summary>
    /// <param name="place">The folder.</param>
    /// <param name="replaced">The files that are replaced, by their paths within the folder.</param>
    /// <exception cref="CommandException">Files could not be carried over, and where they are now.</exception>
    public void Replace(string place, IEnumerable<string> replaced)
    {
        string real = Directory.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place;
        HashSet<string> old = [.. replaced.Select(file => System.IO.Path.Combine(Path, System.IO.Path.Combine(file.Split('/'))))];
        FolderExchange.Swap(Path, real);
        _isKept = true;
        try
        {
            foreach (string file in Entries(new DirectoryInfo(Path)).Where(file => !old.Contains(file)).ToArray())
                Carry(file, System.IO.Path.Combine(real, System.IO.Path.GetRelativePath(Path, file)));
            _isKept = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{place} is written, but other files that were in it before are in {Path} now: {e.Message}", e);
        }
    }

    /// <summary>Moves its files into a folder that is there or not, each over one of its name. Where that fails, all is as it was.</summary>
    public void MoveInto(string place)
    {
        using var trail = new FolderTrail(place);
        using var moves = new FileMoves();
        foreach (string file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
            moves.Move(file, System.IO.Path.Combine(place, System.IO.Path.GetRelativePath(Path, file)));
        moves.Keep();
    }

    public void Dispose()
    {
        if (!_isKept && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        _trail.Dispose();
    }

    private static string PrefixOf(string name) => $".{name}.";

    // A newer file of the same name stays.
    private static void Carry(string file, string target)
    {
        if (System.IO.Path.Exists(target))
            return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        if (Directory.Exists(file))
            Directory.Move(file, target);
        else
            File.Move(file, target);
    }

    // Files, and links, which are not followed.
    private static IEnumerable<string> Entries(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } below ? Entries(below) : [entry.FullName]);
}
