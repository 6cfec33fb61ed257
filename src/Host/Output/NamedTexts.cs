using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out texts that have names: beside the names where there is room, below them where there is not.</summary>
internal static class NamedTexts
{
    // Below this a text beside its name would have hardly a word on a line.
    private const int LeastWidthForColumns = 60;
    private const int Indent = 2;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <param name="texts">The texts with their names.</param>
    /// <param name="nameWidth">How much room names have.</param>
    /// <param name="width">The width of the screen.</param>
    /// <param name="breaksLines">Whether lines are broken for that width; in a file or a pipe they are not.</param>
    public static IRenderable Of(IReadOnlyList<(string Name, string Text)> texts, int nameWidth, int width, bool breaksLines)
    {
        if (!breaksLines)
            return new Rows(texts.Select(text => new Text($"{new string(' ', Indent)}{text.Name.PadRight(nameWidth + Indent)}{text.Text}")));
        if (width < LeastWidthForColumns)
            return new Rows(texts.SelectMany(text => new IRenderable[] { new Text(text.Name, Bold), new Padder(new Text(text.Text), new Padding(Indent, 0, 0, 0)) }));
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(nameWidth).PadLeft(Indent).PadRight(Indent)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach ((string name, string text) in texts)
            grid.AddRow(new Text(name, Bold), new Text(text));
        return grid;
    }
}
