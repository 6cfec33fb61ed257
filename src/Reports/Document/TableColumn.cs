namespace MLNet.LossExperiments.Reports;

/// <summary>A column of a table. The first one names the rows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
internal readonly record struct TableColumn(string Title, bool IsNumber = false)
{
    public static implicit operator TableColumn(string title) => new(title);

    public static TableColumn Number(string title) => new(title, true);
}
