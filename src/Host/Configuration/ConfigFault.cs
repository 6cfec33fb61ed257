namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>Says where in a config file something is wrong, and what.</summary>
internal static class ConfigFault
{
    /// <summary>How deep lists and groups may lie within one another; options need three.</summary>
    public const int MostDepth = 16;

    public static string Place(string file, int line, int column) => $"{file}, line {line}, column {column}";

    public static CommandException At(string file, int line, int column, string sentence) => CommandException.Usage($"{Place(file, line, column)}: {sentence}");

    public static CommandException TooDeep(string file, int line, int column) => At(file, line, column, $"lists and groups lie more than {MostDepth} deep within one another.");
}
