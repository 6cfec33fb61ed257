using MLNet.LossExperiments.Interop;

namespace MLNet.LossExperiments.Training;

/// <summary>Says which classes are on one side of a split alone.</summary>
internal static class ClassGaps
{
    private const int MostNamed = 5;

    /// <param name="rows">The rows, whose label may know the names of the classes.</param>
    /// <param name="training">The training rows of each class.</param>
    /// <param name="validation">The validation rows of each class.</param>
    /// <returns>A sentence; null where each class is on both sides.</returns>
    public static string? Describe(FitRows rows, IReadOnlyList<long> training, IReadOnlyList<long> validation)
    {
        int count = Math.Max(training.Count, validation.Count);
        string?[] gaps =
        [
            Side("validation", "Early stopping knows nothing of them.", [.. Enumerable.Range(0, count).Where(c => Of(validation, c) == 0 && Of(training, c) > 0)]),
            Side("training", "They are not learned.", [.. Enumerable.Range(0, count).Where(c => Of(training, c) == 0 && Of(validation, c) > 0)]),
        ];
        string[] found = [.. gaps.OfType<string>()];
        return found.Length == 0 ? null : string.Join(" ", found);

        string? Side(string side, string consequence, int[] classes) => classes.Length == 0
            ? null
            : $"Too few rows for the split: no {side} row is of {string.Join(", ", classes.Take(MostNamed).Select(Name))}{(classes.Length > MostNamed ? $" and {classes.Length - MostNamed} more classes" : "")}. {consequence}";

        string Name(int c) => $"class {rows.LabelNames?.ElementAtOrDefault(c) ?? $"{c}"} ({Of(training, c) + Of(validation, c)} rows)";
    }

    private static long Of(IReadOnlyList<long> counts, int c) => c < counts.Count ? counts[c] : 0;
}
