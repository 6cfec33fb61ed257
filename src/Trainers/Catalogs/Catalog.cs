namespace MLNet.LossExperiments.Catalogs;

/// <summary>Things of one kind by name.</summary>
/// <typeparam name="T">What is made.</typeparam>
public sealed class Catalog<T>
{
    private readonly string _kind;

    internal Catalog(string kind, IReadOnlyList<CatalogEntry<T>> entries)
    {
        _kind = kind;
        Entries = entries;
    }

    /// <summary>What there is, the default first.</summary>
    public IReadOnlyList<CatalogEntry<T>> Entries { get; }

    /// <summary>Makes one from its text: a name, then parameters if wanted, for example <c>mse</c> or <c>huber:delta=1</c>.</summary>
    /// <param name="text">The text; case does not matter. Where a parameter takes several numbers, slashes stand between them.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="FormatException">The name is unknown, or a parameter is unknown or not allowed. The message names what is allowed.</exception>
    public T Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string name = CatalogText.NameIn(text);
        CatalogEntry<T> entry = Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name);
        return entry.Create(CatalogText.ParametersIn(text));
    }

    private FormatException Unknown(string name)
    {
        IReadOnlyList<string> near = NearestNames.Of(name, Entries.Select(entry => entry.Name));
        string hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
        return new FormatException($"There is no {_kind} '{name}'.{hint} There are {string.Join(", ", Entries.Select(entry => entry.Name))}.");
    }
}
