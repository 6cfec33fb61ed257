using System.Reflection;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes a record of options as C#: what differs from the defaults, and nothing else.</summary>
internal static class RecordCode
{
    private const int MostOnALine = 100;

    // What only watches, records or spares work is no part of what is learned.
    private static readonly string[] NotRepeated =
    [
        nameof(MlpOptions.Observers), nameof(MlpOptions.CancellationToken), nameof(MlpOptions.Checkpoint), nameof(MlpOptions.ResumeFrom),
        nameof(LossExperiment.Finished), nameof(LossExperiment.Preprocessing),
    ];

    /// <param name="record">The record. The defaults are those of a new one of its type.</param>
    /// <param name="creation">How it is created: with its type or, as a part of another, <c>new</c>.</param>
    /// <param name="more">Assignments to properties whose values are code already.</param>
    public static string Of(object record, string creation, params IReadOnlyList<string> more)
    {
        string[] assignments = [.. Assignments(record, Activator.CreateInstance(record.GetType())!), .. more];
        bool isPart = creation == "new";
        if (assignments.Length == 0 || isPart)
            creation += "()";
        if (assignments.Length == 0)
            return creation;
        string onALine = $"{creation} {{ {string.Join(", ", assignments)} }}";
        return isPart && onALine.Length <= MostOnALine && !onALine.Contains('\n', StringComparison.Ordinal)
            ? onALine
            : $"{creation}\n{{\n{string.Concat(assignments.Select(assignment => $"    {assignment.Replace("\n", "\n    ", StringComparison.Ordinal)},\n"))}}}";
    }

    /// <summary>The assignments that make one record of another of its type.</summary>
    /// <param name="record">The record that is wanted.</param>
    /// <param name="defaults">The one that is there.</param>
    public static IReadOnlyList<string> Assignments(object record, object defaults) =>
    [
        .. from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.CanWrite && !NotRepeated.Contains(property.Name)
           let code = ValueCode.Of(property.GetValue(record))
           where code != ValueCode.Of(property.GetValue(defaults))
           select $"{property.Name} = {code}",
    ];
}
