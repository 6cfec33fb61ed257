namespace MLNet.LossExperiments.Losses;

/// <summary>A loss as the catalog lists it.</summary>
/// <typeparam name="TLoss">The kind of loss: regression, binary or multiclass.</typeparam>
public sealed class LossEntry<TLoss>
    where TLoss : Loss
{
    private readonly Func<IReadOnlyDictionary<string, double>, TLoss> _create;

    internal LossEntry(string name, string summary, Func<TLoss> create)
        : this(name, summary, [], _ => create())
    {
    }

    internal LossEntry(string name, string summary, IReadOnlyList<LossParameter> parameters, Func<IReadOnlyDictionary<string, double>, TLoss> create)
    {
        Name = name;
        Summary = summary;
        Parameters = parameters;
        _create = create;
    }

    /// <summary>The name, for example <c>mse</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The parameters that it takes, none for most.</summary>
    public IReadOnlyList<LossParameter> Parameters { get; }

    /// <summary>Makes the loss.</summary>
    /// <param name="values">Values by parameter name; what is absent takes its default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="FormatException">A name is unknown or a value out of its range.</exception>
    public TLoss Create(IReadOnlyDictionary<string, double>? values = null)
    {
        var all = Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, double value) in values ?? new Dictionary<string, double>())
        {
            LossParameter parameter = Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"The loss '{Name}' has no parameter '{name}'. {(Parameters.Count == 0 ? "It takes none." : $"It takes {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.")}");
            if (!(value >= parameter.Minimum && value <= parameter.Maximum))
                throw new FormatException(FormattableString.Invariant($"'{name}' of the loss '{Name}' is {value}, but must be between {parameter.Minimum} and {parameter.Maximum}: {parameter.Meaning}"));
            all[parameter.Name] = value;
        }
        return _create(all);
    }
}
