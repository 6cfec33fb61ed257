using System.CommandLine;

namespace MLNet.LossExperiments.Host.Help;

/// <summary>Options that belong together, under a heading.</summary>
/// <param name="Heading">What they are about.</param>
/// <param name="Options">The options, in the order of help.</param>
internal sealed record OptionGroup(string Heading, IReadOnlyList<Option> Options);
