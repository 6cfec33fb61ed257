// Runs the commands and samples that README.md shows, and writes what they print into it. Run it with: dotnet run docs/renew-readme.cs
// A block of commands that start the console from the sources, or a sample's program, is followed by the block of its output. Blocks that need a download (MNIST) stay as they are.
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property EnforceCodeStyleInBuild=false
using System.Diagnostics;
using System.Text.RegularExpressions;

const string Fence = "```";
const string Console = "dotnet run -c Release --project src/Host --";

string docs = AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Run this file with 'dotnet run' of .NET 10 or later, which says where it lies.");
string repository = Path.GetDirectoryName(docs)!;
string readme = Path.Combine(repository, "README.md");

string scratch = Directory.CreateTempSubdirectory("readme-").FullName;
try
{
    Directory.CreateDirectory(Path.Combine(scratch, "data"));
    foreach (string file in Directory.GetFiles(Path.Combine(repository, "data"), "*.csv"))
        File.Copy(file, Path.Combine(scratch, "data", Path.GetFileName(file)));
    Run($"dotnet build '{repository}' -c Release", scratch);

    List<string> lines = [.. File.ReadAllLines(readme)];
    string? sample = null;
    for (int i = 0; i < lines.Count; i++)
    {
        if (Regex.Match(lines[i], @"^<!-- (samples/\w+)/Program\.cs -->$") is { Success: true } named)
            sample = Path.Combine(repository, named.Groups[1].Value);
        if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            continue;
        int end = lines.IndexOf(Fence, i + 1);
        string[] block = [.. lines[(i + 1)..end]];
        if (sample is not null && lines[i] == Fence + "csharp")
        {
            lines.RemoveRange(i + 1, block.Length);
            string[] program = File.ReadAllLines(Path.Combine(sample, "Program.cs"));
            lines.InsertRange(i + 1, program);
            i = Replace(lines, i + program.Length + 1, Run($"dotnet run -c Release --no-build --project '{sample}'", scratch));
            sample = null;
        }
        else if (lines[i] == Fence && block.Length > 0 && Array.TrueForAll(block, line => line.Contains(Console, StringComparison.Ordinal)))
        {
            i = Replace(lines, end, block.SelectMany(command => RunConsole(command)));
        }
        else
        {
            i = end;
        }
    }
    File.WriteAllText(readme + ".new", string.Join('\n', lines) + "\n");
    File.Move(readme + ".new", readme, overwrite: true);
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

IReadOnlyList<string> RunConsole(string command)
{
    string started = command.Replace(Console, $"dotnet run -c Release --no-build --project '{repository}/src/Host' --", StringComparison.Ordinal);
    // Of a pipeline only what comes out of it.
    return Run(command.Contains(" | ", StringComparison.Ordinal) ? $"{{ {started}; }} 2> /dev/null" : $"{{ {started}; }} 2>&1", scratch);
}

IReadOnlyList<string> Run(string command, string folder)
{
    System.Console.WriteLine(command);
    using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
    string printed = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"Exit code {process.ExitCode}: {command}\n{printed}");
    // Progress is for people who wait.
    return [.. printed.TrimEnd().Split('\n').Select(line => line.TrimEnd()).Where(line => !Regex.IsMatch(line, @"^(epoch \d+/|\d+ of \d+ cells)"))];
}

// Puts lines into the block that begins after a line; the index of its end.
static int Replace(List<string> lines, int after, IEnumerable<string> printed)
{
    int start = lines.IndexOf(Fence, after + 1), end = lines.IndexOf(Fence, start + 1);
    if (start != after + 2)
        throw new InvalidOperationException($"README.md, line {after + 1}: a block of output must follow, after an empty line.");
    lines.RemoveRange(start + 1, end - start - 1);
    string[] output = [.. printed];
    lines.InsertRange(start + 1, output);
    return start + output.Length + 1;
}
