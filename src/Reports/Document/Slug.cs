using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Reports;

/// <summary>Names fit for files and identifiers.</summary>
internal static partial class Slug
{
    public static string Of(string text)
    {
        string slug = NotAllowed().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? "x" : slug.Length > 40 ? slug[..40] : slug;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAllowed();
}
