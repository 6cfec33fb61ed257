namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>A file of a public data set.</summary>
/// <param name="Name">Its name without .gz.</param>
/// <param name="Length">The number of its bytes, unpacked.</param>
/// <param name="Sha256">The SHA-256 of those bytes, in hexadecimal digits: mirrors may pack them differently.</param>
internal sealed record PublicFile(string Name, long Length, string Sha256)
{
    private const string Packed = ".gz";

    /// <summary>Its name packed, as mirrors have it.</summary>
    public string PackedName => Name + Packed;

    /// <summary>The names under which folders hold it, the usual ones first.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            string dotted = Name.Replace("-idx", ".idx", StringComparison.Ordinal);
            return [PackedName, Name, dotted + Packed, dotted];
        }
    }

    /// <summary>The file in a folder, under any of its names; null where it is not there.</summary>
    public string? FindIn(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The name to keep a copy under: the usual one, packed if the copy is.</summary>
    public string NameFor(string copy) => copy.EndsWith(Packed, StringComparison.Ordinal) ? PackedName : Name;
}
