using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>Puts the files of a public data set into a folder, each checked before it gets its name.</summary>
/// <param name="set">The data set.</param>
/// <param name="folder">The folder.</param>
internal sealed class PublicSetFetch(PublicSet set, string folder)
{
    // A packed file is hardly ever longer than what is in it.
    private const long MostGrowth = 1 << 16;

    /// <summary>Copies the files from another folder.</summary>
    /// <exception cref="CommandException">One is not there, or is another file.</exception>
    public IReadOnlyList<FetchedFile> CopyFrom(string source, CancellationToken stop) => FetchEach(file =>
    {
        stop.ThrowIfCancellationRequested();
        string found = file.FindIn(source) ?? throw CommandException.Failure($"{source} has no file {string.Join(" or ", file.Names)}.");
        if (Check(found, file) is { } fault)
            throw CommandException.Failure($"{found} {fault}. Nothing of it was kept.");
        string target = Path.Combine(folder, file.NameFor(found));
        PlacedFile.Write(target, stream =>
        {
            using FileStream content = File.OpenRead(found);
            content.CopyTo(stream);
        });
        return new FetchedFile(file, target, found);
    });

    /// <summary>Downloads the files. What an interrupted download has left is used.</summary>
    /// <exception cref="CommandException">One cannot be had from any mirror, or is another file.</exception>
    public IReadOnlyList<FetchedFile> Download(IReadOnlyList<Uri> mirrors, Downloader downloader) => FetchEach(file =>
    {
        bool wasThere = MakeFolder();
        string target = Path.Combine(folder, file.PackedName), part = PartOf(file);
        var faults = new List<string>();
        foreach (Uri mirror in mirrors)
        {
            var address = new Uri(mirror, file.PackedName);
            if (TryDownload(file, address, part, downloader) is { } fault)
            {
                faults.Add($" {address} {fault}.");
                continue;
            }
            File.Move(part, target, overwrite: true);
            return new FetchedFile(file, target, address.AbsoluteUri);
        }
        string kept = File.Exists(part) ? $"What has come is kept in {part}: the same command goes on from there." : "Nothing of it was kept.";
        if (!wasThere && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
        throw CommandException.Failure($"{set.Title} is not complete.{string.Concat(faults)} {kept} Give another mirror by --from URL, or a folder that has the files by --from FOLDER.");
    });

    /// <summary>Where an interrupted download of a file lies.</summary>
    public string PartOf(PublicFile file) => Path.Combine(folder, file.PackedName + ".part");

    /// <summary>Where the file is not that of the data set, what came is removed. What another run had begun may be the cause, for mirrors may pack differently: then it is downloaded anew, once.</summary>
    private static string? TryDownload(PublicFile file, Uri address, string part, Downloader downloader)
    {
        for (bool isContinued = File.Exists(part); ; isContinued = false)
        {
            string? fault;
            try
            {
                downloader.Download(address, part, file.Length + MostGrowth);
                fault = Check(part, file);
                if (fault is null)
                    return null;
            }
            catch (DownloadException e)
            {
                fault = $"cannot be had: {e.Message}";
                if (e.Fault != DownloadFault.Spoilt)
                    return fault;
            }
            File.Delete(part);
            if (!isContinued)
                return fault;
        }
    }

    private List<FetchedFile> FetchEach(Func<PublicFile, FetchedFile> fetch)
    {
        var fetched = new List<FetchedFile>();
        foreach (PublicFile file in set.Files)
            fetched.Add(file.FindIn(folder) is { } existing ? Accept(existing, file) : fetch(file));
        return fetched;
    }

    private FetchedFile Accept(string existing, PublicFile file) => Check(existing, file) is { } fault
        ? throw CommandException.Failure($"{existing} is in the way: it {fault}. Move it away, or choose another folder than {folder} by --output.")
        : new FetchedFile(file, existing, null);

    private static string? Check(string path, PublicFile file)
    {
        try
        {
            return ContentChecksum.FindFault(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <returns>Whether it was there before.</returns>
    private bool MakeFolder()
    {
        try
        {
            bool wasThere = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            return wasThere;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{folder} cannot be made: {e.Message}", e);
        }
    }
}
