namespace MLNet.LossExperiments.Catalogs;

/// <summary>Writes and takes apart the texts that catalogs understand: a name, then a colon and assignments with commas between them.</summary>
internal static class CatalogText
{
    /// <summary>For example <c>huber:delta=1</c>.</summary>
    public static string Of(string name, params (string Name, object Value)[] parameters) =>
        parameters.Length == 0 ? name : $"{name}:{string.Join(',', parameters.Select(parameter => $"{parameter.Name}={CatalogParameter.Text(parameter.Value)}"))}";

    public static string NameIn(string text) => text.Split(':', 2)[0].Trim();

    /// <exception cref="FormatException">An assignment is none, or one name is given twice.</exception>
    public static IReadOnlyDictionary<string, string>? ParametersIn(string text)
    {
        if (text.Split(':', 2) is not [var name, var assignments])
            return null;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string assignment in assignments.Split(','))
        {
            if (assignment.Split('=', 2) is not [var parameter, var value] || parameter.Trim().Length == 0 || value.Trim().Length == 0)
                throw new FormatException($"'{assignment}' in '{text}' is not of the form name=value.");
            if (!values.TryAdd(parameter.Trim(), value))
                throw new FormatException($"'{parameter.Trim()}' is given twice in '{text}'.");
        }
        return values;
    }
}
