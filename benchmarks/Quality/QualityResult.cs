/// <summary>What a contestant reached on a split.</summary>
/// <param name="Set">The set.</param>
/// <param name="Split">The number of the split.</param>
/// <param name="Contestant">The contestant.</param>
/// <param name="Measure">The measure of the set.</param>
/// <param name="Error">What it misses: see <see cref="QualitySet.Error"/>.</param>
/// <param name="Seconds">The time of the whole process.</param>
internal sealed record QualityResult(string Set, int Split, string Contestant, double Measure, double Error, double Seconds);
