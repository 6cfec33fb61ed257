using System.CommandLine;
using System.CommandLine.Parsing;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Refuses a command line that would write over what it reads.</summary>
internal static class OutputGuard
{
    /// <exception cref="CommandException">An option names a place to write to that another reads.</exception>
    public static void Check(ParseResult parse)
    {
        IReadOnlyList<Option> options = [.. parse.CommandResult.Command.Options.Concat(parse.RootCommandResult.Command.Options.Where(option => option.Recursive))];
        string[] read =
        [
            .. parse.CommandResult.Command.Arguments.Select(parse.GetResult).OfType<ArgumentResult>().SelectMany(result => result.Tokens.Select(token => token.Value)),
            // A checkpoint goes on into its own file.
            .. options.Where(option => OptionPath.IsRead(option) && option.Name != "--resume").SelectMany(option => ValuesOf(parse, option)),
        ];
        foreach (Option option in options.Where(OptionPath.IsWritten))
        {
            foreach (string value in ValuesOf(parse, option))
                Check(option.Name, value, read);
        }
    }

    /// <param name="name">What the user named the place by.</param>
    /// <param name="written">A place that is written to.</param>
    /// <param name="read">Places that are read; of a run's folder, its files.</param>
    /// <exception cref="CommandException">It is among them.</exception>
    public static void Check(string name, string written, IEnumerable<string> read)
    {
        if (!OptionPath.IsPath(written) || Directory.Exists(written))
            return;
        string target = Real(written);
        if (read.Where(OptionPath.IsPath).SelectMany(FilesOf).FirstOrDefault(path => Real(path).Equals(target, PathComparison)) is { } same)
            throw CommandException.Usage($"{name}: {written} would be written over {same}, which is read. Name another file.");
    }

    private static StringComparison PathComparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path) ? RunFolder.Files.Select(name => Path.Combine(path, name)) : [path];

    private static string Real(string path)
    {
        try
        {
            string full = Path.GetFullPath(path);
            string folder = Path.GetDirectoryName(full) is { } parent && Directory.Exists(parent) ? Directory.ResolveLinkTarget(parent, returnFinalTarget: true)?.FullName ?? parent : Path.GetDirectoryName(full) ?? full;
            string place = Path.Combine(folder, Path.GetFileName(full));
            return File.Exists(place) ? File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place : place;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return path;
        }
    }

    private static IEnumerable<string> ValuesOf(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false } result ? result.Tokens.Select(token => token.Value) : [];
}
