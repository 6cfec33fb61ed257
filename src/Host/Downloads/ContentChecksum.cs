using System.IO.Compression;
using System.Security.Cryptography;

namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>Tells whether a file is the one wanted, by the SHA-256 of its content, unpacked if it is packed.</summary>
internal static class ContentChecksum
{
    /// <summary>What is wrong with a file, as the rest of a sentence that begins with its name; null where it is the one wanted.</summary>
    public static string? FindFault(string path, PublicFile wanted)
    {
        try
        {
            string actual = Compute(path);
            return actual == wanted.Sha256 ? null : $"is another file: the SHA-256 of its content is {actual}, but must be {wanted.Sha256}";
        }
        catch (InvalidDataException e)
        {
            return $"cannot be unpacked: {e.Message.TrimEnd('.')}";
        }
    }

    private static string Compute(string path)
    {
        using FileStream file = File.OpenRead(path);
        bool isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream content = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
