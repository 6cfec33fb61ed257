using System.Diagnostics;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>Runs a program and waits for it.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <returns>What the program wrote to its standard output.</returns>
    /// <exception cref="InvalidOperationException">The program failed, or took longer than a quarter of an hour.</exception>
    public static string Run(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test may itself run inside a build, whose settings are not meant for others; and no build server may outlive the test.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {Limit.TotalMinutes} minutes.");
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.\n{output.Result}\n{errors.Result}");
        return output.Result;
    }

    /// <inheritdoc cref="Run"/>
    public static string DotNet(params string[] arguments) => Run(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments, RepositoryRoot.Path);
}
