using System.Globalization;

namespace MLNet.LossExperiments.Losses;

/// <summary>The losses of one task, by name.</summary>
/// <typeparam name="TLoss">The kind of loss.</typeparam>
public sealed class LossNames<TLoss>
    where TLoss : Loss
{
    private readonly string _task;

    internal LossNames(string task, IReadOnlyList<LossEntry<TLoss>> entries)
    {
        _task = task;
        Entries = entries;
    }

    /// <summary>The losses, the default of the task first.</summary>
    public IReadOnlyList<LossEntry<TLoss>> Entries { get; }

    /// <summary>Makes a loss from its text: a name, then parameters if wanted, for example <c>mse</c> or <c>huber:delta=1</c>.</summary>
    /// <param name="text">The text; case does not matter.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="FormatException">The name is unknown, or a parameter is unknown, out of range or no number. The message names what is allowed.</exception>
    public TLoss Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        string name = parts[0].Trim();
        LossEntry<TLoss> entry = Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name);
        return entry.Create(parts.Length == 1 ? null : ReadParameters(entry.Name, parts[1]));
    }

    private static Dictionary<string, double> ReadParameters(string loss, string text)
    {
        var values = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (string assignment in text.Split(','))
        {
            if (assignment.Split('=') is not [var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                throw new FormatException($"'{assignment}' in '{loss}:{text}' is not of the form name=number.");
            if (!values.TryAdd(name.Trim(), value))
                throw new FormatException($"'{name.Trim()}' is given twice in '{loss}:{text}'.");
        }
        return values;
    }

    private FormatException Unknown(string name)
    {
        IReadOnlyList<string> near = NearestNames.Of(name, Entries.Select(entry => entry.Name));
        string hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
        return new FormatException($"There is no {_task} loss '{name}'.{hint} There are {string.Join(", ", Entries.Select(entry => entry.Name))}.");
    }
}
