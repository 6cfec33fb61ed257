namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A name in a config file with what it has.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">What it has.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal sealed record ConfigEntry(string Key, ConfigNode Value, int Line, int Column);
