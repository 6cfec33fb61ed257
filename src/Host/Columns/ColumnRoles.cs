using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>What each column is for.</summary>
/// <param name="Label">What is to be predicted.</param>
/// <param name="Weight">How much a row counts; null for all the same.</param>
/// <param name="Features">What it is to be predicted from.</param>
/// <param name="Ignored">What the user wants left out.</param>
internal sealed record ColumnRoles(string Label, string? Weight, IReadOnlyList<string> Features, IReadOnlyList<string> Ignored)
{
    /// <summary>Which rows stay on one side of a split; null where each stands for itself.</summary>
    public string? Group { get; init; }

    /// <summary>The time of a row, by which splits are in order; null for none.</summary>
    public string? Time { get; init; }

    /// <summary>The column of groups or times where it is not learned from; null where there is none.</summary>
    public string? ForSplitsAlone => (Group ?? Time) is { } column && !Features.Contains(column) ? column : null;

    /// <summary>Gives each column of a file its role.</summary>
    /// <param name="file">The file.</param>
    /// <param name="label">The label column, by name or place.</param>
    /// <param name="weight">The weight column, by name or place; null for none.</param>
    /// <param name="ignored">The columns to leave out, by name or place.</param>
    /// <param name="group">The column of the groups, by name or place; null for none.</param>
    /// <param name="time">The column of the times, by name or place; null for none.</param>
    /// <param name="said">The places of columns of which the user said what they hold: groups and times among them are learned from.</param>
    /// <exception cref="CommandException">A column is not there, or is to be two things.</exception>
    public static ColumnRoles Assign(TableSource file, string label, string? weight, IReadOnlyList<string> ignored, string? group = null, string? time = null, IEnumerable<int>? said = null)
    {
        CheckSplits(group, time);
        int? groupPlace = group is null ? null : file.FindByNameOrPlace(group), timePlace = time is null ? null : file.FindByNameOrPlace(time);
        int[] unlearned = [.. new[] { groupPlace, timePlace }.OfType<int>().Except(said ?? [])];
        int labelPlace = file.FindByNameOrPlace(label);
        int? weightPlace = weight is null ? null : file.FindByNameOrPlace(weight);
        var ignoredPlaces = ignored.Select(file.FindByNameOrPlace).ToHashSet();
        if (labelPlace == weightPlace)
            throw CommandException.Usage($"'{label}' is both --label-col and --weight-col.");
        if (labelPlace == groupPlace)
            throw CommandException.Usage($"'{label}' is both --label-col and --group-col.");
        if (labelPlace == timePlace)
            throw CommandException.Usage($"'{label}' is both --label-col and --time-col.");
        if (ignoredPlaces.Contains(labelPlace))
            throw CommandException.Usage($"'{label}' is --label-col, but also among --ignore-cols.");
        if (weightPlace is int place && ignoredPlaces.Contains(place))
            throw CommandException.Usage($"'{weight}' is --weight-col, but also among --ignore-cols.");
        var features = Enumerable.Range(0, file.ColumnNames.Count).Where(i => i != labelPlace && i != weightPlace && !ignoredPlaces.Contains(i) && !unlearned.Contains(i));
        return new ColumnRoles(
            file.ColumnNames[labelPlace],
            weightPlace is int found ? file.ColumnNames[found] : null,
            [.. features.Select(i => file.ColumnNames[i])],
            [.. ignoredPlaces.Order().Select(i => file.ColumnNames[i])])
        {
            Group = groupPlace is int g ? file.ColumnNames[g] : null,
            Time = timePlace is int t ? file.ColumnNames[t] : null,
        };
    }

    /// <exception cref="CommandException">Both are given.</exception>
    public static void CheckSplits(string? group, string? time)
    {
        if (group is not null && time is not null)
            throw CommandException.Usage("--group-col and --time-col cannot be combined: rows are divided by groups or by time. For known groups in the future give --time-col alone, for new groups --group-col.");
    }
}
