using MLNet.LossExperiments.Host.Downloads;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What mlnet-loss data get prints with --json.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Set">The data set's name.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Files">Each of them.</param>
internal sealed record FetchDocument(int SchemaVersion, string Set, string Folder, IReadOnlyList<FetchDocument.Entry> Files)
{
    public static FetchDocument Of(PublicSet set, string folder, IEnumerable<FetchedFile> files) => new(
        1, set.Name, Path.GetFullPath(folder), [.. files.Select(file => new Entry(Path.GetFullPath(file.Path), file.File.Length, file.File.Sha256, file.Source))]);

    /// <param name="Path">Where it is.</param>
    /// <param name="Length">The number of bytes of its content, unpacked.</param>
    /// <param name="Sha256">The SHA-256 of its content.</param>
    /// <param name="Source">Where it came from; null if it was there already.</param>
    public sealed record Entry(string Path, long Length, string Sha256, string? Source);
}
