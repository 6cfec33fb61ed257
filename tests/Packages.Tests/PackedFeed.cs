using System.Reflection;
using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>
/// All packages of this repository in a folder, as a release would have them, but the tool's for this platform alone. They are built apart from the repository's own output, which other
/// tests use at the same time, and nothing of them gets into the user's package cache.
/// </summary>
public sealed class PackedFeed : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("packed-feed-");

    public PackedFeed()
    {
        try
        {
            foreach (string project in Projects)
            {
                Command.DotNet("pack", $"src/{project}", "-c", "Release", "-o", Folder, "--artifacts-path", PathOf("build"), "--disable-build-servers",
                    $"-p:Version={Version}", $"-p:ToolPackageRuntimeIdentifiers={Platform}", "-p:NuGetAudit=false");
            }
            File.WriteAllText(PathOf("NuGet.config"), Configuration);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The projects that are packed.</summary>
    public static IReadOnlyList<string> Projects { get; } = [.. Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src")).Select(folder => Path.GetFileName(folder)!).Where(IsProject).Order(StringComparer.Ordinal)];

    /// <summary>The platform whose package of the tool is there.</summary>
    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    /// <summary>No other run's.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    public string Folder => PathOf("feed");

    /// <summary>The packages, without those for symbols.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.nupkg").Order(StringComparer.Ordinal);

    /// <summary>A folder for programs that use the packages; NuGet knows no other source there.</summary>
    public string PathOf(params string[] parts) => Path.Combine([_temporary.FullName, .. parts]);

    public string PackageOf(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    public void Dispose() => _temporary.Delete(recursive: true);

    private static bool IsProject(string name) => File.Exists(Path.Combine(RepositoryRoot.Path, "src", name, $"{name}.csproj"));

    private static string Configuration => $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
          </config>
          <packageSources>
            <clear />
            <add key="feed" value="feed" />
          </packageSources>
          <fallbackPackageFolders>
            <clear />
            <add key="used" value="{typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NuGetPackageRoot").Value}" />
          </fallbackPackageFolders>
        </configuration>
        """;
}
