using System.IO.Compression;
using System.Xml.Linq;

namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>A .nupkg, opened.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly XElement _metadata;

    public PackageFile(string path)
    {
        _archive = ZipFile.OpenRead(path);
        ZipArchiveEntry nuspec = _archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using Stream stream = nuspec.Open();
        _metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public IReadOnlyList<string> Names => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>What the package says about itself; null where it does not.</summary>
    public string? Metadata(string name) => _metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>The packages that it needs, with their ranges.</summary>
    public IReadOnlyDictionary<string, string> Dependencies => _metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

    public byte[] Read(string name)
    {
        using Stream stream = _archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
