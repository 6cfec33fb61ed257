using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>Finds in a table what the division of its rows respects.</summary>
internal static class SplitTraits
{
    /// <param name="rows">The rows.</param>
    /// <param name="label">The label column where it holds classes; null otherwise.</param>
    /// <param name="group">The column of the groups; null for none.</param>
    /// <param name="time">The column of the times; null for none.</param>
    /// <exception cref="CommandException">A row has no group or no time.</exception>
    /// <exception cref="MlpTrainingException">The times are neither all numbers nor all dates of one format.</exception>
    public static RowTraits Of(TableRows rows, string? label, string? group, string? time) => new(rows.Count)
    {
        Classes = label is null ? null : RowTraits.Numbered(rows.Rows.Select(rows.Table[label].TextOf)),
        Groups = group is null ? null : RowTraits.Numbered(Texts(rows, group, "group")),
        Times = time is null ? null : Times(rows, time),
        GroupColumn = group,
        TimeColumn = time,
    };

    private static List<string> Texts(TableRows rows, string name, string role)
    {
        Column column = rows.Table[name];
        var texts = new List<string>(rows.Count);
        foreach (int row in rows.Rows)
        {
            texts.Add(!column.IsMissing(row)
                ? column.TextOf(row)
                : throw CommandException.Failure($"{rows.Table.PlaceOf(row)}, column '{name}': the {role} is missing, but --{role}-col needs one in each row. Fill it in, or leave the row out."));
        }
        return texts;
    }

    private static List<long> Times(TableRows rows, string name)
    {
        List<string> texts = Texts(rows, name, "time");
        var reader = TimeTexts.Of(name, texts.Select(text => text.AsMemory()));
        return [.. texts.Select(text => reader.Read(text))];
    }
}
