using System.CommandLine;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The option that makes results one document for machines.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => ConsoleOption.Of("--json", "true|false", "Print the results as one JSON document and nothing else to standard output.", SettingText.Truth);
}
