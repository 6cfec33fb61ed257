using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Knows which of two IDX files holds the labels for the images in the other: <c>train-labels-idx1-ubyte.gz</c> those for <c>train-images-idx3-ubyte.gz</c>, and so with any word before, a dot before idx, with or without .gz.</summary>
internal static partial class IdxNames
{
    /// <summary>The file of labels beside a file of images, or the other way round; null where there is none.</summary>
    public static string? FindCounterpart(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        return CounterpartsOf(path).Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>The names that the other file may have, the likeliest first; none where the name follows another scheme.</summary>
    public static IReadOnlyList<string> CounterpartsOf(string path)
    {
        Match match = Scheme().Match(Path.GetFileName(path));
        if (!match.Success)
            return [];
        string set = match.Groups["set"].Value, dot = match.Groups["dot"].Value, packed = match.Groups["gz"].Value;
        string other = match.Groups["content"].Value.Equals("images", StringComparison.OrdinalIgnoreCase) ? $"{set}labels{{0}}idx1-ubyte" : $"{set}images{{0}}idx3-ubyte";
        return
        [
            .. from separator in (string[])[dot, dot == "-" ? "." : "-"]
               from ending in (string[])[packed, packed.Length == 0 ? ".gz" : ""]
               select other.Replace("{0}", separator, StringComparison.Ordinal) + ending
        ];
    }

    /// <summary>Whether a file's name says that it holds images.</summary>
    public static bool AreImages(string path) => Scheme().Match(Path.GetFileName(path)) is { Success: true } match && match.Groups["content"].Value.Equals("images", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<set>.*)(?<content>images|labels)(?<dot>[-.])idx[13]-ubyte(?<gz>(?:\.gz)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
