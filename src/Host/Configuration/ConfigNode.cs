namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A piece of a config file, and where it stands: lines and columns count from 1.</summary>
internal abstract record ConfigNode(int Line, int Column)
{
    /// <summary>What it is, for sentences.</summary>
    public abstract string Kind { get; }

    /// <summary>A number, a truth value or a text, as it is written.</summary>
    internal sealed record Scalar(string Text, int Line, int Column) : ConfigNode(Line, Column)
    {
        public override string Kind => "a value";
    }

    /// <summary>Null.</summary>
    internal sealed record Nothing(int Line, int Column) : ConfigNode(Line, Column)
    {
        public override string Kind => "nothing";
    }

    /// <summary>A list.</summary>
    internal sealed record Sequence(IReadOnlyList<ConfigNode> Items, int Line, int Column) : ConfigNode(Line, Column)
    {
        public override string Kind => "a list";
    }

    /// <summary>Names with values.</summary>
    internal sealed record Group(IReadOnlyList<ConfigEntry> Entries, int Line, int Column) : ConfigNode(Line, Column)
    {
        public override string Kind => "a group of names and values";

        /// <summary>What a name has; null where there is no such name.</summary>
        public ConfigNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

        /// <summary>The text that a name has; null where it has none.</summary>
        public string? TextOf(string key) => (this[key] as Scalar)?.Text;
    }
}
