namespace MLNet.LossExperiments.Reports;

/// <summary>How to repeat the run.</summary>
/// <param name="CommandLine">The exact command; null where the run was not made by one.</param>
/// <param name="CSharp">The C# that does the same; null where none was given.</param>
public sealed record Reproduction(string? CommandLine, string? CSharp);
