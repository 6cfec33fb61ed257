namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>A data set that can be had by its name.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Title">What it is called otherwise.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Mirrors">Where its files are, the first to try first.</param>
/// <param name="Files">Its files.</param>
internal sealed record PublicSet(string Name, string Title, string Description, IReadOnlyList<Uri> Mirrors, IReadOnlyList<PublicFile> Files);
