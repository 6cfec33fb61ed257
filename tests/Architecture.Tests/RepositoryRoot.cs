namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The folder of the solution, above the folder that the tests run in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "MLNet.LossExperiments.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no MLNet.LossExperiments.sln above {AppContext.BaseDirectory}.");
    }
}
