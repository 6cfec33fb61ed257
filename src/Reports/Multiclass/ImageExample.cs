namespace MLNet.LossExperiments.Reports;

/// <summary>A misclassified row as a picture.</summary>
/// <param name="Row">The row's number in the data, from 0.</param>
/// <param name="Actual">The true class.</param>
/// <param name="Predicted">The class that was predicted.</param>
/// <param name="Probability">The probability of the class that was predicted; NaN where there are no probabilities.</param>
/// <param name="Pixels">The pixels from the upper left, row after row, the channels of a pixel beside each other, 0 is dark and 255 is bright. In JSON as base64.</param>
public sealed record ImageExample(int Row, string Actual, string Predicted, double Probability, ReadOnlyMemory<byte> Pixels);
