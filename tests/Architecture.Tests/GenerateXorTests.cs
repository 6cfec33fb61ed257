namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>data/generate-xor.cs makes data/xor.csv.</summary>
public sealed class GenerateXorTests : IDisposable
{
    // In the repository, so that its Directory.Build.props holds for the copy as for the original; one folder, not a new one each time, since the
    // SDK keeps what it built for each path it ever saw; and a folder that git ignores.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts", "generate-xor"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void GenerateXor_RunWithMappedSourcePaths_WritesTheShippedFileBesideItself()
    {
        string data = Path.Combine(RepositoryRoot.Path, "data"), program = Path.Combine(_folder.FullName, "generate-xor.cs");
        File.Copy(Path.Combine(data, "generate-xor.cs"), program, overwrite: true);

        // Build servers map the paths of sources; then the path that the compiler knows is no folder of this machine.
        Command.DotNet("run", "--file", program, $"-p:PathMap={RepositoryRoot.Path}=/_");

        Assert.Equal(["generate-xor.cs", "xor.csv"], _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(Path.Combine(data, "xor.csv")), File.ReadAllBytes(Path.Combine(_folder.FullName, "xor.csv")));
    }
}
