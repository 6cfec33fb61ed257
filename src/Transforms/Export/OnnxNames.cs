using System.Globalization;

namespace MLNet.LossExperiments.Export;

/// <summary>Names that are given once.</summary>
internal sealed class OnnxNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>The name that is wished for, or where it is taken, with the first number after it that makes it new.</summary>
    public string Claim(string wish)
    {
        string name = wish;
        for (int number = 0; !_taken.Add(name); number++)
            name = wish + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}
