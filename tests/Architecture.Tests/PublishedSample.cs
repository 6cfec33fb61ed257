namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>samples/ScoreOnly, published to a folder of its own as an application would be.</summary>
public sealed class PublishedSample : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("score-only-");

    public PublishedSample() => Command.DotNet("publish", "samples/ScoreOnly", "-c", "Release", "-o", Folder, "--disable-build-servers");

    public string Folder => Path.Combine(_temporary.FullName, "published");

    public IEnumerable<string> FileNames => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file));

    public void Dispose() => _temporary.Delete(recursive: true);

    /// <summary>A place for a file that goes with the sample.</summary>
    internal string PathOf(string name) => Path.Combine(_temporary.FullName, name);

    /// <summary>Runs the sample in a process of its own.</summary>
    /// <returns>The lines that it prints, one for each row of the features.</returns>
    internal string[] Score(string modelFile, string featuresFile) =>
        Command.DotNet(Path.Combine(Folder, "ScoreOnly.dll"), modelFile, featuresFile).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
