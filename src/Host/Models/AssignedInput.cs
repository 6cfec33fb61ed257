namespace MLNet.LossExperiments.Host.Models;

/// <summary>An input of a model with the columns of a file that it is taken from.</summary>
/// <param name="Input">The input of the model.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="IsGuessed">Whether neither names nor the user say so: the columns are those that were left.</param>
internal sealed record AssignedInput(string Input, IReadOnlyList<string> Columns, bool IsGuessed);
