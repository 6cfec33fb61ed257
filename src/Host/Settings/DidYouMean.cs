using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Suggests what somebody may have meant.</summary>
internal static class DidYouMean
{
    private const int Most = 3;

    /// <returns>A sentence after a space; nothing where no name is near.</returns>
    public static string Sentence(string name, IEnumerable<string> names) =>
        NearestNames.Of(name, names) is { Count: > 0 } near ? $" Did you mean {string.Join(" or ", near.Take(Most))}?" : "";
}
