using System.CommandLine;
using System.CommandLine.Completions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Completion;

/// <summary>Completes names of columns from the header of the data set that the command line names.</summary>
internal static class ColumnCompletion
{
    /// <param name="context">What is typed so far.</param>
    /// <param name="isList">Whether there may be several names, with commas between them.</param>
    public static IEnumerable<string> Of(CompletionContext context, bool isList)
    {
        if (DatasetIn(context.ParseResult) is not { } path)
            return [];
        string word = context.WordToComplete;
        string before = isList ? word[..(word.LastIndexOf(',') + 1)] : "";
        return ColumnsOf(path, ReadingSettings.TypedOn(context.ParseResult)).Where(name => CellText.Line(name) == name).Select(name => before + name);
    }

    // By the option that every command with data has, or by its place.
    private static string? DatasetIn(ParseResult parse)
    {
        Command command = parse.CommandResult.Command;
        Option<string?>? dataset = command.Options.OfType<Option<string?>>().FirstOrDefault(option => option.Name == "--dataset");
        Argument<string?>? file = command.Arguments.OfType<Argument<string?>>().FirstOrDefault(argument => argument.Name is "FILE" or "IN");
        return (dataset is null ? null : parse.GetValue(dataset)) ?? (file is null ? null : parse.GetValue(file));
    }

    private static IReadOnlyList<string> ColumnsOf(string path, ReadingOptions said)
    {
        // A pipe has no length and would keep the shell waiting; what is packed may take long to unpack.
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0 || file.Extension.Equals(".gz", StringComparison.OrdinalIgnoreCase))
            return [];
        try
        {
            return TableSources.Open(path, said).ColumnNames;
        }
        catch (CommandException)
        {
            // Whoever is still typing is not told that a file cannot be read.
            return [];
        }
    }
}
