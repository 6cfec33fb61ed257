using System.Text;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>What a user says about how files are written; what is null is found out.</summary>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Separator">What stands between two values.</param>
/// <param name="DecimalMark">What stands before the fraction of a number.</param>
/// <param name="Encoding">How characters are written.</param>
/// <param name="MissingMarkers">What stands for a missing value beside the usual markers.</param>
internal sealed record ReadingOptions(bool? HasHeader, char? Separator, char? DecimalMark, Encoding? Encoding, IReadOnlyList<string> MissingMarkers)
{
    /// <summary>How many lines before the table are passed over; null to find out.</summary>
    public int? SkipLines { get; init; }

    /// <summary>What lines to pass over begin with; null for none.</summary>
    public char? Comment { get; init; }

    /// <summary>Whether labels that differ in spelling alone are classes of their own.</summary>
    public bool ExactClasses { get; init; }

    /// <summary>How training rows were written, where this file has more rows for the same model; otherwise null.</summary>
    public TrainedReading? Trained { get; init; }

    /// <summary>Everything is found out.</summary>
    public static ReadingOptions Unsaid { get; } = new(null, null, null, null, []);
}
