namespace MLNet.LossExperiments.Catalogs;

/// <summary>Something as a catalog lists it: a loss, an optimizer, a learning-rate schedule.</summary>
/// <typeparam name="T">What is made.</typeparam>
public sealed class CatalogEntry<T>
{
    private readonly Func<CatalogArguments, T> _create;

    internal CatalogEntry(string name, string summary, Func<T> create)
        : this(name, summary, [], _ => create())
    {
    }

    internal CatalogEntry(string name, string summary, IReadOnlyList<CatalogParameter> parameters, Func<CatalogArguments, T> create)
    {
        Name = name;
        Summary = summary;
        Parameters = parameters;
        _create = create;
    }

    /// <summary>The name, for example <c>huber</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The parameters that it takes, none for many.</summary>
    public IReadOnlyList<CatalogParameter> Parameters { get; }

    /// <summary>Makes it.</summary>
    /// <param name="values">Values by parameter name, as text; what is absent takes its default.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="FormatException">A name is unknown or a value not allowed. The message names what is.</exception>
    public T Create(IReadOnlyDictionary<string, string>? values = null)
    {
        var all = Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.DefaultValue, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string text) in values ?? new Dictionary<string, string>())
        {
            CatalogParameter parameter = Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"'{Name}' has no parameter '{name}'. {(Parameters.Count == 0 ? "It takes none." : $"It takes {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.")}");
            all[parameter.Name] = parameter.Read(text) ?? throw new FormatException($"'{parameter.Name}' of '{Name}' is {text.Trim()}, but must be {parameter.Allowed}: {parameter.Meaning}");
        }
        try
        {
            return _create(new CatalogArguments(all));
        }
        catch (ArgumentException e)
        {
            // Parameters that do not fit each other, such as quantile levels that are not in order.
            throw new FormatException($"'{Name}' cannot be made so. {e.Message}", e);
        }
    }

    /// <summary>The name with its parameters at their defaults.</summary>
    /// <returns>For example <c>huber:delta=1</c>.</returns>
    public override string ToString() => CatalogText.Of(Name, [.. Parameters.Select(parameter => (parameter.Name, parameter.DefaultValue))]);
}
