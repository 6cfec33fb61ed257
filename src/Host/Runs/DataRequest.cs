using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Splits;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>Which data a command is to use, as the user put it.</summary>
/// <param name="Dataset">The file.</param>
/// <param name="Label">The column to predict, by name or place.</param>
/// <param name="Weight">The column of weights, by name or place; null for none.</param>
/// <param name="Ignored">The columns to leave out, by name or place.</param>
/// <param name="Reading">What the user says of how the files are written.</param>
/// <param name="Types">What the user says of what columns hold.</param>
/// <param name="ValidationDataset">The file of validation rows; null to split them off.</param>
/// <param name="TestDataset">The file of test rows; null to split them off.</param>
/// <param name="Split">How to divide the dataset; null for the usual way.</param>
/// <param name="ImageShape">The shape of the images that the rows are; null for that which the file knows.</param>
internal sealed record DataRequest(
    string Dataset,
    string Label,
    string? Weight,
    IReadOnlyList<string> Ignored,
    ReadingOptions Reading,
    ColumnTypes Types,
    string? ValidationDataset,
    string? TestDataset,
    SplitRatio? Split,
    (int Height, int Width)? ImageShape)
{
    /// <summary>The column of the groups that splits keep whole, by name or place; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The column of the times by which splits are in order, by name or place; null for none.</summary>
    public string? Time { get; init; }

    /// <summary>The files, each with the option that names it, without dashes.</summary>
    public IEnumerable<(string Option, string Path)> Files =>
        from file in new[] { ("dataset", Dataset), ("validation-dataset", ValidationDataset), ("test-dataset", TestDataset) }
        where file.Item2 is not null
        select (file.Item1, file.Item2);

    /// <summary>The shares of the dataset for each set.</summary>
    /// <param name="options">The trainer's options: the usual share, and whether validation rows are needed.</param>
    /// <exception cref="CommandException">The ratio does not fit the files given, or leaves early stopping without rows.</exception>
    public SplitShares ResolveShares(MlpOptions options)
    {
        SplitShares shares = SplitRatio.Resolve(Split, ValidationDataset is not null, TestDataset is not null, options.ValidationFraction);
        bool hasValidation = shares.Validation > 0 || ValidationDataset is not null;
        return hasValidation || options.Patience is null
            ? shares
            : throw CommandException.Usage("--split-ratio leaves no rows for validation, which early stopping needs. Leave some, or switch it off with --patience 0.");
    }
}
