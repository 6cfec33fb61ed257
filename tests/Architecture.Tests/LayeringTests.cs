using System.Reflection;
using System.Xml.Linq;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>Which project may know which: Transforms none, Trainers Transforms, Host all; no library brings libtorch.</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Transforms = typeof(MlpRegressionModel).Assembly;
    private static readonly Assembly Trainers = typeof(MlpRegressionTrainer).Assembly;
    private static readonly Assembly Reports = typeof(EvaluationReport).Assembly;

    private static readonly Dictionary<string, string[]> Siblings = new()
    {
        ["Transforms"] = [],
        ["Trainers"] = ["Transforms"],
        ["Reports"] = ["Transforms"],
        ["Host"] = ["Transforms", "Trainers", "Reports"],
    };

    public static TheoryData<string> SourceProjects => [.. Projects("src")];

    public static TheoryData<string> AllProjects => [.. Projects("src").Concat(Projects("samples")).Concat(Projects("tests")).Concat(Projects("benchmarks"))];

    private static IEnumerable<string> Projects(string folder) => Directory.Exists(Path.Combine(RepositoryRoot.Path, folder))
        ? Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')).Order()
        : [];

    private static string[] References(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(RepositoryRoot.Path, project)).Descendants(kind).Select(element => element.Attribute("Include")?.Value ?? "")];

    private static string[] ReferencedProjects(string project) =>
        [.. References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    private static string[] ReferencedAssemblies(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    [Fact]
    public void ReferencedAssemblies_Transforms_HoldNoSiblingAndNoTorch()
    {
        string[] names = ReferencedAssemblies(Transforms);
        Assert.Contains("Microsoft.ML.Data", names);
        Assert.DoesNotContain(names, name => name.StartsWith("MLNet.LossExperiments", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("torch", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void ReferencedAssemblies_Trainers_HoldTransformsAloneOfTheSiblings()
    {
        string[] names = ReferencedAssemblies(Trainers);
        Assert.Contains("TorchSharp", names);
        Assert.DoesNotContain("mlnet-loss", names);
        Assert.Equal([Transforms.GetName().Name], names.Where(name => name.StartsWith("MLNet.LossExperiments", StringComparison.Ordinal)));
    }

    [Fact]
    public void ReferencedAssemblies_Reports_HoldTransformsAloneOfTheSiblingsAndNoTorch()
    {
        string[] names = ReferencedAssemblies(Reports);
        Assert.Equal([Transforms.GetName().Name], names.Where(name => name.StartsWith("MLNet.LossExperiments", StringComparison.Ordinal)));
        Assert.DoesNotContain(names, name => name.Contains("torch", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void ProjectReferences_InSrc_AreThoseOfTheLayering(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Siblings.TryGetValue(name, out string[]? allowed), $"Say in {nameof(LayeringTests)} which siblings {name} may reference.");
        Assert.Subset(allowed.ToHashSet(), ReferencedProjects(project).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void ProjectReferences_OutsideTests_AreNeverHost(string project)
    {
        if (!project.StartsWith("tests/", StringComparison.Ordinal))
            Assert.DoesNotContain("Host", ReferencedProjects(project));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void PackageReferences_OfLibraries_BringNoLibTorch(string project)
    {
        string[] packages = References(project, "PackageReference");
        string[] torch = [.. packages.Where(package => package.Contains("torch", StringComparison.OrdinalIgnoreCase))];
        string[] allowed = Path.GetFileNameWithoutExtension(project) switch
        {
            "Host" => ["TorchSharp-cpu"],
            "Trainers" => ["TorchSharp"],
            _ => [],
        };
        Assert.Equal(allowed, torch);
    }
}
