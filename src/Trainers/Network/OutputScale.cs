namespace MLNet.LossExperiments.Network;

/// <summary>How the outputs of a network are scaled to the label, each by its own numbers.</summary>
/// <param name="Shift">What is added to an output.</param>
/// <param name="Scale">What an output is multiplied by.</param>
/// <param name="GradientScale">
/// What the loss's gradient is multiplied by: with a squared error the inverse of the label's variance, so that the gradient is the one that a standardised label would have.
/// </param>
internal sealed record OutputScale(IReadOnlyList<double> Shift, IReadOnlyList<double> Scale, IReadOnlyList<double> GradientScale);
