namespace MLNet.LossExperiments.Losses;

/// <summary>What a loss takes and gives, in words.</summary>
/// <param name="Labels">The labels, for example <c>greater than 0</c>.</param>
/// <param name="Outputs">How many outputs the network needs, for example <c>1 for each class</c>.</param>
/// <param name="GivesProbabilities">Whether scores give probabilities of classes; null where there are no classes.</param>
/// <param name="Scores">What the scores are, for example <c>log-odds, so models give probabilities</c>.</param>
internal sealed record LossTraits(string Labels, string Outputs, bool? GivesProbabilities, string Scores);
