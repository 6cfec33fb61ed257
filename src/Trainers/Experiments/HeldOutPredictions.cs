namespace MLNet.LossExperiments.Experiments;

/// <summary>What a network predicts for some of the rows that were held out from it. Networks of one split are asked for the same rows.</summary>
/// <param name="Rows">The numbers of the rows in the data, from 0; empty where the preprocessing leaves rows out, so that they cannot be told.</param>
/// <param name="Labels">The label of each row: the number, 1 or 0, or the class from 0, of class probabilities the likeliest one. Where labels are vectors of numbers, these one after the other, row after row.</param>
/// <param name="Scores">For each label the prediction: in units of the label; for two classes the raw score; for more the score of that class, a probability where the loss gives such.</param>
public sealed record HeldOutPredictions(IReadOnlyList<int> Rows, IReadOnlyList<float> Labels, IReadOnlyList<float> Scores);
