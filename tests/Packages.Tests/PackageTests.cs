using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using System.Text;

namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(PackedFeed))]
public sealed class PackageTests(PackedFeed feed)
{
    private const string Transforms = "MLNet.LossExperiments.Transforms";
    private const string Trainers = "MLNet.LossExperiments.Trainers";
    private const string Tool = "MLNet.LossExperiments.Tool";

    private static string ToolOfThisPlatform => $"{Tool}.{PackedFeed.Platform}";

    private static string[] Libraries => [.. PackedFeed.Projects.Where(project => project != "Host").Select(project => $"MLNet.LossExperiments.{project}")];

    [Fact]
    public void Feed_AllProjectsPacked_HoldsAPackageForEachAndOneForThePlatform() =>
        Assert.Equal(((string[])[.. Libraries, Tool, ToolOfThisPlatform]).Select(feed.PackageOf).Order(StringComparer.Ordinal), feed.Files);

    [Fact]
    public void Package_Any_HasReadmeIconLicenceTagsAndDescription()
    {
        foreach (string file in feed.Files)
        {
            using var package = new PackageFile(file);
            Assert.Equal("README.md", package.Metadata("readme"));
            Assert.StartsWith("# ", Encoding.UTF8.GetString(package.Read("README.md")), StringComparison.Ordinal);
            Assert.Equal("icon.png", package.Metadata("icon"));
            Assert.Equal("MIT", package.Metadata("license"));
            Assert.Contains("loss-function", package.Metadata("tags"), StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(package.Metadata("description")) || package.Metadata("description") == "Package Description");
            Assert.Null(package.Metadata("projectUrl"));
        }
    }

    [Fact]
    public void Icon_Any_IsAPngOf128Pixels()
    {
        using var package = new PackageFile(feed.PackageOf(Transforms));
        byte[] icon = package.Read("icon.png");
        Assert.Equal("PNG"u8, icon.AsSpan(1, 3));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Fact]
    public void Library_Any_HasDocumentationAndSymbolsAndNamesNoFolderOfThisMachine()
    {
        byte[][] folders = [Encoding.UTF8.GetBytes(RepositoryRoot.Path), Encoding.UTF8.GetBytes(feed.PathOf("build"))];
        foreach (string library in Libraries)
        {
            using var package = new PackageFile(feed.PackageOf(library));
            Assert.Contains($"lib/net10.0/{library}.xml", package.Names);
            using var symbols = new PackageFile(Path.ChangeExtension(feed.PackageOf(library), ".snupkg"));
            Assert.All(folders, folder => Assert.Equal(-1, package.Read($"lib/net10.0/{library}.dll").AsSpan().IndexOf(folder)));
            Assert.All(folders, folder => Assert.Equal(-1, symbols.Read($"lib/net10.0/{library}.pdb").AsSpan().IndexOf(folder)));
        }
    }

    [Fact]
    public void Dependencies_Transforms_AreMLNetInTheTestedRangeAndNoTorch()
    {
        using var package = new PackageFile(feed.PackageOf(Transforms));
        Assert.Equal("[5.0.1, 6.0.0)", package.Dependencies["Microsoft.ML"]);
        Assert.DoesNotContain(package.Dependencies.Keys, IsTorch);
        Assert.DoesNotContain(package.Names, IsTorch);
    }

    [Fact]
    public void Dependencies_Trainers_AreTransformsAndManagedTorchSharp()
    {
        using var package = new PackageFile(feed.PackageOf(Trainers));
        // Exactly this version: they use each other's internals.
        Assert.Equal($"[{feed.Version}]", package.Dependencies[Transforms]);
        Assert.Equal("[0.107.0, 0.108.0)", package.Dependencies["TorchSharp"]);
        Assert.Equal(["TorchSharp"], package.Dependencies.Keys.Where(IsTorch));
        Assert.DoesNotContain(package.Names, name => name.EndsWith(".so", StringComparison.Ordinal));
    }

    [Fact]
    public void Tool_ForAllPlatforms_OnlyLeadsToThatOfThePlatform()
    {
        using var package = new PackageFile(feed.PackageOf(Tool));
        Assert.DoesNotContain(package.Names, name => name.EndsWith(".dll", StringComparison.Ordinal));
        string settings = Encoding.UTF8.GetString(package.Read("tools/any/any/DotnetToolSettings.xml"));
        Assert.Contains(ToolOfThisPlatform, settings, StringComparison.Ordinal);
        Assert.Contains("mlnet-loss", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_ForThisPlatform_HoldsLibTorchOfIt_WithItsLicence_AndNothingForPython()
    {
        using var package = new PackageFile(feed.PackageOf(ToolOfThisPlatform));
        Assert.Single(package.Names, name => Path.GetFileNameWithoutExtension(name) is "libtorch_cpu" or "torch_cpu");
        Assert.Single(package.Names, name => Path.GetFileNameWithoutExtension(name) is "libLibTorchSharp" or "LibTorchSharp");
        Assert.DoesNotContain(package.Names, name => name.Contains("python", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(package.Names, name => Path.GetExtension(name) is ".dbg" || (Path.GetExtension(name) is ".pdb" && Path.GetFileName(name).StartsWith("lib", StringComparison.Ordinal)));
        Assert.Superset(
            ((string[])["licenses/TorchSharp/LICENSE.txt", "licenses/TorchSharp/LICENSE-LIBTORCH.txt", "licenses/Microsoft.ML/LICENSE", "licenses/DejaVu/LICENSE-DejaVu.txt", "licenses/Microsoft.ML/THIRD-PARTY-NOTICES.TXT"]).ToHashSet(),
            package.Names.ToHashSet());
    }

    [Fact]
    public void Tool_ForThisPlatform_IsCompiledAhead()
    {
        using var package = new PackageFile(feed.PackageOf(ToolOfThisPlatform));
        foreach (string assembly in new[] { "mlnet-loss", "MLNet.LossExperiments.Trainers", "System.CommandLine", "Microsoft.ML.Data" })
        {
            using var image = new PEReader(new MemoryStream(package.Read(package.Names.Single(name => Path.GetFileName(name) == $"{assembly}.dll"))));
            Assert.True(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, assembly);
        }
    }

    private static bool IsTorch(string name) => name.Contains("torch", StringComparison.OrdinalIgnoreCase);
}
