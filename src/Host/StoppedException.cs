namespace MLNet.LossExperiments.Host;

/// <summary>The user stopped a command that had already saved something to go on from.</summary>
/// <param name="sentence">What was saved, and how to go on.</param>
/// <param name="inner">What stopped it.</param>
internal sealed class StoppedException(string sentence, OperationCanceledException inner) : OperationCanceledException(sentence, inner);
