namespace MLNet.LossExperiments.Losses;

/// <summary>A number that a loss in the catalog takes.</summary>
/// <param name="Name">Its name, as in <c>huber:delta=1</c>.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Minimum">The least value allowed.</param>
/// <param name="Maximum">The greatest value allowed.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
public sealed record LossParameter(string Name, double Default, double Minimum, double Maximum, string Meaning);
