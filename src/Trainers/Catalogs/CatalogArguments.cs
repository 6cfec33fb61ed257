namespace MLNet.LossExperiments.Catalogs;

/// <summary>The values of all parameters of a catalog's entry, given or by default.</summary>
internal sealed class CatalogArguments(IReadOnlyDictionary<string, object> values)
{
    public double Number(string name) => (double)values[name];

    public int Integer(string name) => (int)values[name];

    public IReadOnlyList<double> Numbers(string name) => (double[])values[name];

    public bool Truth(string name) => (bool)values[name];

    public string Word(string name) => (string)values[name];

    /// <summary>A word, or numbers: of the two the one that was not given is null.</summary>
    public (string? Word, IReadOnlyList<double>? Numbers) WordOrNumbers(string name) => (values[name] as string, values[name] as double[]);
}
