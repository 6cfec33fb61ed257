using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>Where an export goes: a file or a folder, made whole or not at all, and never over something that is there unless asked to.</summary>
/// <param name="Path">The file or folder, as the user put it.</param>
/// <param name="MayReplace">Whether what is there may be replaced.</param>
internal sealed record ExportTarget(string Path, bool MayReplace)
{
    private string FullPath => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));

    /// <exception cref="CommandException">There is something already.</exception>
    public void CheckFile()
    {
        if (Directory.Exists(FullPath))
            throw CommandException.Failure($"{Path} is a folder. Name a file with --output.");
        if (File.Exists(FullPath) && !MayReplace)
            throw CommandException.Failure($"{Path} is there already. Replace it with --force, or name another file with --output.");
    }

    /// <exception cref="CommandException">There is something already.</exception>
    public void CheckFolder()
    {
        if (File.Exists(FullPath))
            throw CommandException.Failure($"{Path} is a file. Name a folder with --output.");
        if (Directory.Exists(FullPath) && Directory.EnumerateFileSystemEntries(FullPath).Any() && !MayReplace)
            throw CommandException.Failure($"The folder {Path} is not empty. Write into it all the same with --force, or name another folder with --output.");
    }

    /// <exception cref="CommandException">It cannot be written; nothing is left of it.</exception>
    public void WriteFile(Stream content)
    {
        using var file = new PlacedFile(Path);
        content.CopyTo(file.Stream);
        file.Place();
    }

    /// <summary>Writes the files of a folder; all of them, or none.</summary>
    /// <exception cref="CommandException">They cannot be written.</exception>
    public void WriteFolder(IReadOnlyList<(string Name, Action<Stream> Write)> files)
    {
        string parent = System.IO.Path.GetDirectoryName(FullPath) ?? throw CommandException.Usage($"--output: {Path} is a root folder. Name a folder in it.");
        new RunFolder(parent, System.IO.Path.GetFileName(FullPath)).Update(files);
    }
}
