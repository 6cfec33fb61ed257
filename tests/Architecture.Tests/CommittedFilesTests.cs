using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>What is committed works anywhere: it names no folder of one machine and no server that only one workplace reaches.</summary>
public sealed partial class CommittedFilesTests
{
    private static IEnumerable<(string Path, string Text)> TextFiles()
    {
        string list = Command.Run("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached"], RepositoryRoot.Path);
        foreach (string path in list.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            string file = Path.Combine(RepositoryRoot.Path, path);
            if (File.Exists(file) && File.ReadAllText(file) is var text && !text.Contains('\0', StringComparison.Ordinal))
                yield return (path, text);
        }
    }

    [Fact]
    public void TextFiles_Repository_HoldTheSources() =>
        Assert.Superset(SourceFile.All.Select(file => file.Path).Take(5).ToHashSet(), TextFiles().Select(file => file.Path).ToHashSet());

    [Fact]
    public void Text_OfAnyFile_NamesNoFolderOfOneMachine() =>
        Findings.AssertNone(TextFiles().SelectMany(file => MachineFolder().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    [Fact]
    public void Text_OfAnyFile_NamesPublicServersOnly() =>
        Findings.AssertNone(TextFiles().SelectMany(file => Server().Matches(file.Text).Where(match => !IsPublic(match.Groups["host"].Value)).Select(match => $"{file.Path}: {match.Value}")));

    [Fact]
    public void Text_OfAnyFile_NamesNoPackageSourceButNuGet() =>
        Findings.AssertNone(TextFiles().SelectMany(file => PackageSource().Matches(file.Text).Where(match => match.Groups["host"].Value != "api.nuget.org").Select(match => $"{file.Path}: {match.Value}")));

    [Theory]
    [InlineData("root", true)]
    [InlineData("work", true)]
    [InlineData("home", true)]
    [InlineData("usr", false)]
    public void MachineFolder_FirstFolder_Decides(string folder, bool isOfOneMachine) => Assert.Equal(isOfOneMachine, MachineFolder().IsMatch($"see \"/{folder}/a\""));

    [Theory]
    [InlineData("github.com", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData("registry", false)]
    [InlineData("nuget.corp.internal", false)]
    public void IsPublic_Host_IsKnownByItsName(string host, bool expected) => Assert.Equal(expected, IsPublic(Server().Match($"https://{host}/x").Groups["host"].Value));

    private static bool IsPublic(string host) => PublicHost().IsMatch(host);

    [GeneratedRegex(@"(?<![\w.:/~*])/(?:root|work|home|Users)/|\b[A-Za-z]:\\Users\\")]
    private static partial Regex MachineFolder();

    // What code puts together, as $"https://{host}", is not matched.
    [GeneratedRegex(@"https?://(?<host>[\w.-]+)")]
    private static partial Regex Server();

    [GeneratedRegex(@"^(?:[\w-]+\.)+(?!internal$|local$|lan$|corp$|intranet$)[a-z]{2,}\.?$")]
    private static partial Regex PublicHost();

    [GeneratedRegex(@"https?://(?<host>[\w.-]+)[^\s""'<>]*(?:/v3/index\.json|/simple/)")]
    private static partial Regex PackageSource();
}
