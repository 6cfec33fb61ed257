using MLNet.LossExperiments.Host.Diagnosis;

namespace MLNet.LossExperiments.Host.Tests.Diagnosis;

public class PrivacyTests
{
    [Theory]
    [InlineData("/people/ann/.cache/x.so", "~/.cache/x.so")]
    [InlineData("'/people/ann' is there.", "'~' is there.")]
    [InlineData("/people/annika/x", "/people/annika/x")]
    [InlineData("/mnt/disks/ann/x", "/mnt/disks/~/x")]
    [InlineData("/tmp/people/ann", "/tmp/people/~")]
    [InlineData("/people/ann/a:/people/ann/b", "~/a:~/b")]
    [InlineData("ann is a name outside of a path", "ann is a name outside of a path")]
    [InlineData("/usr/lib/x.so", "/usr/lib/x.so")]
    public void Hide_PathsOnUnix_HaveNoUser(string text, string expected) => Assert.Equal(expected, new Privacy("/people/ann", "ann").Hide(text));

    [Theory]
    [InlineData(@"D:\People\Ann\AppData\x.dll", @"~\AppData\x.dll")]
    [InlineData(@"d:\people\ann\x.dll", @"~\x.dll")]
    [InlineData(@"E:\tools\Ann\x.dll", @"E:\tools\~\x.dll")]
    public void Hide_PathsOnWindows_HaveNoUser(string text, string expected) => Assert.Equal(expected, new Privacy(@"D:\People\Ann", "Ann").Hide(text));

    [Fact]
    public void Hide_HomeIsTheRootFolder_LeavesPathsAlone() => Assert.Equal("/usr/lib/x.so", new Privacy("/", "").Hide("/usr/lib/x.so"));
}
