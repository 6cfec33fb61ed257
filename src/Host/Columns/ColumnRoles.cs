using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>What each column is for.</summary>
/// <param name="Label">What is to be predicted.</param>
/// <param name="Weight">How much a row counts; null for all the same.</param>
/// <param name="Features">What it is to be predicted from.</param>
/// <param name="Ignored">What the user wants left out.</param>
internal sealed record ColumnRoles(string Label, string? Weight, IReadOnlyList<string> Features, IReadOnlyList<string> Ignored)
{
    /// <summary>Gives each column of a file its role.</summary>
    /// <param name="file">The file.</param>
    /// <param name="label">The label column, by name or place.</param>
    /// <param name="weight">The weight column, by name or place; null for none.</param>
    /// <param name="ignored">The columns to leave out, by name or place.</param>
    /// <exception cref="CommandException">A column is not there, or is to be two things.</exception>
    public static ColumnRoles Assign(TableSource file, string label, string? weight, IReadOnlyList<string> ignored)
    {
        int labelPlace = file.FindByNameOrPlace(label);
        int? weightPlace = weight is null ? null : file.FindByNameOrPlace(weight);
        var ignoredPlaces = ignored.Select(file.FindByNameOrPlace).ToHashSet();
        if (labelPlace == weightPlace)
            throw CommandException.Usage($"'{label}' is both --label-col and --weight-col.");
        if (ignoredPlaces.Contains(labelPlace))
            throw CommandException.Usage($"'{label}' is --label-col, but also among --ignore-cols.");
        if (weightPlace is int place && ignoredPlaces.Contains(place))
            throw CommandException.Usage($"'{weight}' is --weight-col, but also among --ignore-cols.");
        var features = Enumerable.Range(0, file.ColumnNames.Count).Where(i => i != labelPlace && i != weightPlace && !ignoredPlaces.Contains(i));
        return new ColumnRoles(
            file.ColumnNames[labelPlace],
            weightPlace is int found ? file.ColumnNames[found] : null,
            [.. features.Select(i => file.ColumnNames[i])],
            [.. ignoredPlaces.Order().Select(i => file.ColumnNames[i])]);
    }
}
