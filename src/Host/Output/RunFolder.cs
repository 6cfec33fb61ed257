using System.Globalization;
using System.Text;
using MLNet.LossExperiments.Host.Writing;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>The folder that a run leaves behind: whole, or not at all.</summary>
internal sealed class RunFolder(string parent, string name)
{
    // The name without a number; null where this one has none.
    private string? _first;

    /// <summary>The files that runs leave in their folders.</summary>
    public static IReadOnlyList<string> Files { get; } = ["config.json", "model.zip", "results.json", "comparison.json", "cells.jsonl", "report.html", "report.json", "report.md"];

    /// <summary>Where it is made, in full.</summary>
    public string Parent { get; } = System.IO.Path.GetFullPath(parent);

    public string Name => name;

    /// <summary>Whether a run that is there by its name may be replaced.</summary>
    public bool MayReplace { get; init; }

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

    /// <summary>Whether there is anything by its name, other than an empty folder.</summary>
    public bool IsTaken => File.Exists(Path) || (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any());

    /// <summary>The files that it holds of its own, which a newer folder of its kind replaces. Others are never removed.</summary>
    public IReadOnlyList<string> Own { get; init; } = Files;

    /// <summary>Whether it holds any of its own files.</summary>
    public bool HoldsOwn => Own.Any(file => File.Exists(PathOf(file)));

    /// <summary>The same folder, in which a run that is there may be replaced.</summary>
    public RunFolder Replacing() => Of(name, mayReplace: true);

    /// <summary>The first of the folders of this name with a number, from 2, that is not taken.</summary>
    public RunFolder FirstFree() => Numbered().First(folder => !folder.IsTaken);

    /// <summary>The folders of this name with a number, from 2.</summary>
    public IEnumerable<RunFolder> Numbered() => Enumerable.Range(2, int.MaxValue - 2).Select(number => Of(string.Create(CultureInfo.InvariantCulture, $"{_first ?? name}-{number}"), mayReplace: false));

    /// <summary>Brings it back where an earlier process died while it replaced it.</summary>
    public bool Recover() => Guard(() => FolderExchange.Recover(Path, folder => StagedFolder.IsOf(folder, name)));

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

    /// <summary>Writes the folder as a whole: beside its place, then renamed. What was there is kept, and this one gets a number, unless <see cref="MayReplace"/>; then other files than those of a run are carried over.</summary>
    /// <param name="files">For a folder its files, each with its name, which may begin with that of a folder in it, and what writes it.</param>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="CommandException">They could not be written; nothing is left of them, and all else is as it was.</exception>
    public RunFolder Write(Func<RunFolder, IEnumerable<(string Name, Action<Stream> Write)>> files)
    {
        for (RunFolder place = this; ; place = place.FirstFree())
        {
            if (place.TryWrite(files(place)))
                return place;
        }
    }

    /// <summary>Writes files into the folder, which may hold others: all of them, each over one of its name, or none.</summary>
    /// <param name="files">For each file its name, which may begin with that of a folder in this one, and what writes it.</param>
    /// <exception cref="CommandException">They could not be written; all is as it was.</exception>
    public void Update(IEnumerable<(string Name, Action<Stream> Write)> files) => Guard(() =>
    {
        using var staged = new StagedFolder(parent, name);
        staged.Write(files);
        staged.MoveInto(System.IO.Path.GetFullPath(Path));
        return true;
    });

    /// <summary>What writes a text, with a line break at its end.</summary>
    public static Action<Stream> WriterOf(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text + Environment.NewLine));

    private bool TryWrite(IEnumerable<(string Name, Action<Stream> Write)> files) => Guard(() =>
    {
        using var staged = new StagedFolder(parent, name);
        staged.Write(files);
        if (staged.TryMoveTo(System.IO.Path.GetFullPath(Path)))
            return true;
        if (!MayReplace || !Directory.Exists(Path))
            return false;
        staged.Replace(System.IO.Path.GetFullPath(Path), [.. Own, .. EarlierReport.FilesIn(Path)]);
        return true;
    });

    private RunFolder Of(string other, bool mayReplace) => new(parent, other) { _first = _first ?? name, Own = Own, MayReplace = mayReplace };

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e.Message, e);
        }
    }

    private CommandException Unwritable(string reason, Exception? inner = null) => CommandException.Failure($"{Path} cannot be written: {reason}", inner);
}
