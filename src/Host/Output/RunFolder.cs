using System.Text;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>The folder that a run leaves behind: whole, or not at all.</summary>
internal sealed class RunFolder(string parent, string name)
{
    /// <summary>Where it is made, in full.</summary>
    public string Parent { get; } = System.IO.Path.GetFullPath(parent);

    public string Name => name;

    /// <summary>Its path, as the user put it.</summary>
    public string Path { get; } = System.IO.Path.Combine(parent, name);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The folder at a path.</summary>
    public static RunFolder At(string path)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)), trimmed = System.IO.Path.TrimEndingDirectorySeparator(path);
        string name = System.IO.Path.GetFileName(full);
        bool isNamed = System.IO.Path.GetFileName(trimmed) == name;
        return new RunFolder(isNamed && System.IO.Path.GetDirectoryName(trimmed) is var parent ? (parent is { Length: > 0 } ? parent : ".") : System.IO.Path.GetDirectoryName(full) ?? full, name);
    }

    /// <exception cref="FormatException">The name is none for a folder.</exception>
    public static string CheckName(string name) =>
        string.IsNullOrWhiteSpace(name) || name is "." or ".." || name.AsSpan().ContainsAny(System.IO.Path.GetInvalidFileNameChars())
            ? throw new FormatException($"'{name}' cannot be the name of a folder.")
            : name;

    /// <summary>Makes sure, before hours of training, that the results can be written.</summary>
    /// <exception cref="CommandException">They cannot.</exception>
    public void CheckWritable()
    {
        string full = System.IO.Path.GetFullPath(Path);
        string existing = full;
        while (!Directory.Exists(existing) && !File.Exists(existing))
            existing = System.IO.Path.GetDirectoryName(existing) ?? throw Unwritable("there is no such drive.");
        if (File.Exists(existing))
            throw Unwritable($"{existing} is a file.");
        string probe = System.IO.Path.Combine(existing, $".{Guid.NewGuid():N}");
        try
        {
            new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e.Message.Replace(probe, existing, StringComparison.Ordinal), e);
        }
    }

    /// <summary>Writes all files beside the folder, then gives them its name. Files of an earlier run are replaced.</summary>
    /// <param name="files">For each file its name, which may begin with that of a folder in this one, and what writes it.</param>
    /// <exception cref="CommandException">They could not be written; nothing is left of them.</exception>
    public void Write(IReadOnlyList<(string Name, Action<Stream> Write)> files)
    {
        string? made = FirstMissing(System.IO.Path.GetFullPath(parent));
        string staging = System.IO.Path.Combine(parent, $".{name}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(staging);
            foreach ((string file, Action<Stream> write) in files)
            {
                string path = System.IO.Path.Combine(staging, file);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                using FileStream stream = File.Create(path);
                write(stream);
            }
            MoveInto(staging);
        }
        catch (Exception e)
        {
            Remove(made ?? staging);
            throw e is IOException or UnauthorizedAccessException ? Unwritable(e.Message, e) : e;
        }
    }

    /// <summary>What writes a text, with a line break at its end.</summary>
    public static Action<Stream> WriterOf(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text + Environment.NewLine));

    private void MoveInto(string staging)
    {
        if (!Directory.Exists(Path))
        {
            Directory.Move(staging, Path);
            return;
        }
        foreach (string file in Directory.GetFiles(staging, "*", SearchOption.AllDirectories))
        {
            string place = PathOf(System.IO.Path.GetRelativePath(staging, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
        Directory.Delete(staging, recursive: true);
    }

    /// <summary>The outermost folder on the way to a path that is not there yet; null where all are.</summary>
    private static string? FirstMissing(string path)
    {
        string? missing = null;
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
            missing = folder;
        return missing;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private CommandException Unwritable(string reason, Exception? inner = null) => CommandException.Failure($"{Path} cannot be written: {reason}", inner);
}
