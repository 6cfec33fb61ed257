using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLNet.LossExperiments.Reports;

/// <summary>Reports as JSON and back: names in camelCase, enumerations by name, NaN and infinities as null.</summary>
public static class ReportJson
{
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The default encoder: a report may be put into a page, where < and & would end a script.
        Encoder = JavaScriptEncoder.Default,
        Converters = { new FiniteNumberConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A report as JSON. Everything outside of ASCII, and all that HTML could take for markup, is escaped.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The JSON, without line breaks.</returns>
    public static string Write(EvaluationReport report) => JsonSerializer.Serialize(report, Format);

    /// <summary>A comparison as JSON. Everything outside of ASCII, and all that HTML could take for markup, is escaped.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The JSON, without line breaks.</returns>
    public static string Write(ComparisonReport report) => JsonSerializer.Serialize(report, Format);

    /// <summary>Reads what <see cref="Write(EvaluationReport)"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The report.</returns>
    /// <exception cref="JsonException">It is no report.</exception>
    public static EvaluationReport ReadEvaluation(string json) => Read<EvaluationReport>(json);

    /// <summary>Reads what <see cref="Write(ComparisonReport)"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The report.</returns>
    /// <exception cref="JsonException">It is no report, or one of another version, whose verdicts meant something else.</exception>
    public static ComparisonReport ReadComparison(string json)
    {
        ComparisonReport report = Read<ComparisonReport>(json);
        return report.SchemaVersion == ComparisonReport.CurrentVersion
            ? report
            : throw new JsonException($"The report has schemaVersion {report.SchemaVersion}, but version {ComparisonReport.CurrentVersion} is read. Make the comparison again.");
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Format) ?? throw new JsonException("The JSON is null, not a report.");
}
