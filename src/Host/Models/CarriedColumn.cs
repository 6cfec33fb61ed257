using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>A column of a file that goes past the model, to stand beside its predictions.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Column">How it is read.</param>
internal sealed record CarriedColumn(string Name, DataViewType Type, FileColumn Column)
{
    /// <summary>The texts as they stand in the file.</summary>
    public static CarriedColumn Verbatim(TableSource source, int place) => new(source.ColumnNames[place], TextDataViewType.Instance, FileColumn.Verbatim(place));

    /// <summary>Texts without blanks around them, empty where they stand for nothing.</summary>
    public static CarriedColumn Words(TableSource source, int place) => Of(source, place, TextDataViewType.Instance);

    /// <summary>Numbers, NaN where they are missing.</summary>
    public static CarriedColumn Numbers(TableSource source, int place) => Of(source, place, NumberDataViewType.Single);

    private static CarriedColumn Of(TableSource source, int place, DataViewType type) => new(source.ColumnNames[place], type, FileColumn.Of(source, type, [place]));
}
