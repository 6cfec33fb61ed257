using System.Globalization;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Host.Exports;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes names of columns as items of a collection of C#; names that are numbered through, as those of pixels are, as one.</summary>
internal static partial class NameCode
{
    private const int LeastInARun = 6;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        var items = new List<string>();
        for (int i = 0; i < names.Count;)
        {
            (string stem, int first, int length) = RunAt(names, i);
            bool isRun = length >= LeastInARun;
            items.Add(isRun ? string.Create(CultureInfo.InvariantCulture, $".. Enumerable.Range({first}, {length}).Select(i => {CSharpNames.Literal(stem)} + i)") : CSharpNames.Literal(names[i]));
            i += isRun ? length : 1;
        }
        return items;
    }

    // How far names go on from here with the same stem and the next number.
    private static (string Stem, int First, int Length) RunAt(IReadOnlyList<string> names, int start)
    {
        Match match = Numbered().Match(names[start]);
        if (!match.Success)
            return ("", 0, 1);
        string stem = match.Groups["stem"].Value;
        int first = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), length = 1;
        while (start + length < names.Count && names[start + length] == string.Create(CultureInfo.InvariantCulture, $"{stem}{first + length}"))
            length++;
        return (stem, first, length);
    }

    [GeneratedRegex(@"^(?<stem>.*?)(?<number>0|[1-9]\d{0,6})$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
