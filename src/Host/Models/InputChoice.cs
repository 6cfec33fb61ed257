using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>From which columns of a file an input of a model is to be taken, as the user put it.</summary>
/// <param name="Input">The input of the model.</param>
/// <param name="Columns">Columns by name or place, or ranges of places such as 0..12.</param>
internal sealed record InputChoice(string Input, IReadOnlyList<string> Columns)
{
    /// <exception cref="FormatException">The text is no such choice.</exception>
    public static InputChoice Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? new InputChoice(text[..equals].Trim(), [.. text[(equals + 1)..].Split(',').Select(column => column.Trim())])
            : throw new FormatException($"'{text}' does not say where an input comes from. Write INPUT=COLUMNS, such as Features=0..12 or price=Price.");
    }

    /// <summary>The places of the columns.</summary>
    /// <exception cref="CommandException">One is not there.</exception>
    public IReadOnlyList<int> PlacesIn(TableSource source)
    {
        var places = new List<int>();
        foreach (string column in Columns)
        {
            if (source.TryFind(column) is null && RangeOf(column) is var (first, last))
            {
                places.Add(source.FindByNameOrPlace(first));
                int end = source.FindByNameOrPlace(last);
                while (places[^1] < end)
                    places.Add(places[^1] + 1);
            }
            else
            {
                places.Add(source.FindByNameOrPlace(column));
            }
        }
        return places;
    }

    private static (string First, string Last)? RangeOf(string text) =>
        text.Split("..") is [var first, var last] && first.Length > 0 && last.Length > 0 ? (first, last) : null;
}
