using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Network;

/// <summary>What happens to the outputs of the last layer before the loss sees them: shift + scale · output for each output, then the range.</summary>
/// <param name="Range">The range.</param>
/// <param name="Scaling">How outputs are scaled; null for not at all.</param>
internal sealed record OutputTransform(OutputRange Range, OutputScale? Scaling);
