using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>Prints what was exported, for people.</summary>
internal static class ExportReport
{
    private const int MostColumns = 8;

    public static void Show(Screen screen, ExportDocument document)
    {
        screen.Result($"Takes {Describe(document.Inputs)}");
        screen.Result($"Gives {Describe(document.Outputs)}");
        if (document.Rows == 1)
            screen.Note("It takes one row at a time: it splits text into words, which has no other form in ONNX.");
        bool isFolder = document.Files.Count > 1;
        string version = document.OperatorSet is { } operators ? $" (ONNX, operators of version {operators})" : "";
        screen.Result($"Written to {document.Output}{version}{(isFolder ? $": {string.Join(", ", document.Files.Select(Path.GetFileName))}" : "")}");
        if (isFolder)
            screen.Result($"To run it: dotnet run --project {(document.Output.All(IsPlain) ? document.Output : $"\"{document.Output}\"")}");
    }

    /// <summary>Whether a shell takes a character for what it is.</summary>
    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or '/' or '\\' or ':';

    private static string Describe(IReadOnlyList<ExportDocument.Column> columns)
    {
        string shown = string.Join(", ", columns.Take(MostColumns));
        return columns.Count > MostColumns ? $"{shown}, and {columns.Count - MostColumns} more" : shown;
    }
}
