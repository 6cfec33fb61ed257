using Microsoft.ML;

namespace MLNet.LossExperiments.Interop;

/// <summary>A trainer's way to rows, for those who fit many models on them at once.</summary>
internal interface IRowAccess
{
    /// <summary>Rows with the columns that the trainer looks at.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    FitRows RowsOf(IDataView data);

    /// <summary>Makes a request to fit to rows, which lives until <paramref name="use"/> returns.</summary>
    void Ask(FitRows training, Action<FitRequest> use);
}
