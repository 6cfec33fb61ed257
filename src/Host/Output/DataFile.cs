using System.Security.Cryptography;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What a data file was like, so that a change can be noticed.</summary>
/// <param name="Option">The option that names it, without dashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its contents, in hexadecimal.</param>
internal sealed record DataFile(string Option, long Bytes, string Sha256)
{
    public static DataFile Of(string option, string path)
    {
        using FileStream file = File.OpenRead(path);
        return new DataFile(option, file.Length, Convert.ToHexString(SHA256.HashData(file)));
    }
}
