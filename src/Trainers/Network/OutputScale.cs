namespace MLNet.LossExperiments.Network;

/// <summary>How the outputs of a network are scaled to the label, each by its own numbers.</summary>
/// <param name="Shift">What is added to an output.</param>
/// <param name="Scale">What an output is multiplied by.</param>
/// <param name="GradientScale">
/// What the gradient of the loss is multiplied by, so that it has one size whatever the loss and the unit of the label: with squared error the inverse of the label's variance, which makes it that of a standardized label.
/// </param>
internal sealed record OutputScale(IReadOnlyList<double> Shift, IReadOnlyList<double> Scale, IReadOnlyList<double> GradientScale);
