using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>Tells which places on disk a command has from a file, and which it has not.</summary>
internal static class ConfigNotes
{
    /// <summary>Of a config file that the user names: where it makes the command write.</summary>
    public static IEnumerable<(string Text, bool IsWarning)> OfConfig(ConfiguredOptions options)
    {
        string[] written = [.. options.Places.Where(place => OptionPath.IsWritten(place.Option)).Select(place => $"{place.Option.Name} {place.Path}")];
        if (written.Length > 0)
            yield return ($"{options.File} says where to write: {string.Join(", ", written)}", false);
    }

    /// <summary>Of the run that is repeated: where its data is, and which places are left out.</summary>
    public static IEnumerable<(string Text, bool IsWarning)> OfRerun(ConfiguredOptions options)
    {
        string[] read = [.. options.Places.Select(place => $"{place.Option.Name} {place.Path}")];
        if (read.Length > 0)
            yield return ($"{options.File} says what to read: {string.Join(", ", read)}", false);
        if (options.PlacesPassedOver.Except(["output"]).ToArray() is { Length: > 0 } left)
            yield return ($"Not taken from {options.File}: {string.Join(", ", left)}. A rerun writes only where its own command line says.", false);
    }
}
