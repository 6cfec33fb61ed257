namespace MLNet.LossExperiments.Curves;

/// <summary>One line of a loss's picture, and its slope.</summary>
/// <param name="Case">What row it is of, for example <c>positive row</c>; empty where there is one line alone.</param>
/// <param name="X">Where.</param>
/// <param name="Losses">The loss there.</param>
/// <param name="Gradients">The derivative of the loss there by what it is drawn against.</param>
internal sealed record CurveSeries(string Case, IReadOnlyList<double> X, IReadOnlyList<double> Losses, IReadOnlyList<double> Gradients);
