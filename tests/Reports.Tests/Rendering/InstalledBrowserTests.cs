namespace MLNet.LossExperiments.Reports.Tests.Rendering;

public sealed class InstalledBrowserTests
{
    [Fact]
    public void Named_Variables_CountInTheirOrder()
    {
        Dictionary<string, string> environment = new() { ["CHROMIUM"] = "/a", ["CHROME_PATH"] = "/b" };

        Assert.Equal("/a", InstalledBrowser.Named(environment.GetValueOrDefault, _ => true));
        Assert.Equal("/b", InstalledBrowser.Named(name => name == "CHROMIUM" ? "" : environment.GetValueOrDefault(name), _ => true));
        Assert.Null(InstalledBrowser.Named(_ => null, _ => true));
    }

    [Fact]
    public void Named_NoSuchFile_IsSaidAndNotPassedOver()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => InstalledBrowser.Named(name => name == "CHROME_PATH" ? "/nowhere" : null, _ => false));

        Assert.StartsWith("The environment variable CHROME_PATH is /nowhere, but there is no such file.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_AnySystem_HoldFullPathsOfChromiumChromeAndEdge()
    {
        string[] candidates = [.. InstalledBrowser.Candidates()];

        foreach (string name in new[] { "chrom", "edge" })
            Assert.Contains(candidates, path => Path.IsPathFullyQualified(path) && Path.GetFileName(path).Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Explain_NoneInstalled_SaysWhatToDo()
    {
        string message = InstalledBrowser.Explain("apt-get update ended with 100: no network");

        Assert.Contains("It could not be installed: apt-get update ended with 100: no network.", message, StringComparison.Ordinal);
        Assert.EndsWith("or name its program in the environment variable CHROMIUM.", message, StringComparison.Ordinal);
    }
}
