namespace MLNet.LossExperiments.Host.Generators;

/// <summary>A data set that is made by a formula.</summary>
/// <param name="name">What it is called on the command line.</param>
/// <param name="formula">What it is, with its formula, where S is the noise and e a normal random number.</param>
/// <param name="usualNoise">The noise if none is given.</param>
/// <param name="columns">The names of its columns, the label last.</param>
internal abstract class GeneratedSet(string name, string formula, double usualNoise, params IReadOnlyList<string> columns)
{
    public string Name => name;

    public string Formula => formula;

    public double UsualNoise => usualNoise;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>Makes rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noise">How much noise; 0 for none.</param>
    /// <param name="seed">Two sets with one seed are equal.</param>
    public IReadOnlyList<float[]> Make(int count, double noise, int seed)
    {
        var random = new RandomStream(seed);
        float[][] rows = [.. Rows(count, noise, random)];
        random.Shuffle<float[]>(rows);
        return rows;
    }

    /// <summary>The rows in order.</summary>
    private protected abstract IEnumerable<float[]> Rows(int count, double noise, RandomStream random);
}
