namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Takes a list of losses apart: commas stand between losses, and also between the parameters of one.</summary>
internal static class LossList
{
    /// <returns>For <c>mse,student-t:nu=3,scale=2,mae</c> the three losses.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        var losses = new List<string>();
        foreach (string piece in text.Split(','))
        {
            if (losses.Count > 0 && IsParameter(piece))
                losses[^1] += $",{piece}";
            else
                losses.Add(piece.Trim());
        }
        return losses;
    }

    // A parameter is an assignment; in a loss an assignment comes only after the colon.
    private static bool IsParameter(string piece) => piece.Contains('=', StringComparison.Ordinal) && !piece.Split('=')[0].Contains(':', StringComparison.Ordinal);
}
