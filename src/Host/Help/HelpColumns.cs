namespace MLNet.LossExperiments.Host.Help;

/// <summary>
/// Lays out names with what they mean: side by side where there is room, and one below the other where there is not, or where what is to be said would make a tall and narrow column.
/// </summary>
internal sealed class HelpColumns(TextWriter output, int width)
{
    private const int LeastForTwoColumns = 70;
    private const int MostNameWidth = 32;
    // Longer lines are hard to follow with the eye.
    private const int MostLineWidth = 120;
    private const int MostColumnLines = 6;
    private const int Indent = 2;
    private const int Gap = 2;
    private const int DeepIndent = 6;

    private readonly int _width = Math.Min(width, MostLineWidth);

    /// <summary>Writes them.</summary>
    public void Write(IReadOnlyList<(string Name, string Text)> rows)
    {
        int fitting = rows.Select(row => row.Name.Length).Where(length => length <= MostNameWidth).DefaultIfEmpty(0).Max();
        int column = Indent + fitting + Gap;
        foreach ((string name, string text) in rows)
        {
            IReadOnlyList<string> lines = TextWrap.Lines(text, _width - column);
            bool isBeside = _width >= LeastForTwoColumns && lines.Count <= MostColumnLines;
            if (!isBeside)
                WriteBelow(name, TextWrap.Lines(text, _width - DeepIndent), DeepIndent);
            else if (name.Length > fitting)
                WriteBelow(name, lines, column);
            else
                WriteBeside(name.PadRight(fitting), lines, column);
        }
    }

    /// <summary>Writes a text that belongs to no name.</summary>
    public void Write(string text)
    {
        foreach (string line in TextWrap.Lines(text, _width))
            output.WriteLine(line);
    }

    /// <summary>Writes a command line, broken so that it can be copied.</summary>
    public void WriteExample(string command)
    {
        const string more = " \\";
        IReadOnlyList<string> lines = OperatingSystem.IsWindows() ? [command] : TextWrap.Lines(KeepValues(command), width - DeepIndent - more.Length);
        for (int i = 0; i < lines.Count; i++)
            output.WriteLine($"{new string(' ', i == 0 ? Indent : DeepIndent)}{lines[i]}{(i < lines.Count - 1 ? more : "")}");
    }

    // An option and its value stay together: the value is a word that does not begin with a dash.
    private static string KeepValues(string command)
    {
        string[] words = command.Split(' ');
        return string.Concat(words.Select((word, i) => i == 0 ? word : $"{(words[i - 1].StartsWith('-') && !word.StartsWith('-') ? TextWrap.NoBreak : ' ')}{word}"));
    }

    private void WriteBeside(string name, IReadOnlyList<string> lines, int column)
    {
        output.WriteLine($"{new string(' ', Indent)}{name}{new string(' ', Gap)}{lines[0]}".TrimEnd());
        WriteLines(lines.Skip(1), column);
    }

    private void WriteBelow(string name, IReadOnlyList<string> lines, int column)
    {
        output.WriteLine($"{new string(' ', Indent)}{name}");
        WriteLines(lines, column);
    }

    private void WriteLines(IEnumerable<string> lines, int column)
    {
        foreach (string line in lines.Where(line => line.Length > 0))
            output.WriteLine($"{new string(' ', column)}{line}");
    }
}
