namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>What breaks a rule, one line each.</summary>
internal static class Findings
{
    /// <summary>Fails with all of the findings, where xunit's own Empty would shorten them.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
