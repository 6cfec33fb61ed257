using ScottPlot;

namespace MLNet.LossExperiments.Reports;

/// <summary>Names in place of the numbers of an axis, from 0.</summary>
internal sealed class ChartNames(IReadOnlyList<string> names, ChartLetters letters)
{
    private const int LongestName = 18;
    private const int MostLetters = 50;

    public void Put(IAxis axis)
    {
        axis.SetTicks([.. Enumerable.Range(0, names.Count).Select(i => (double)i)], [.. names.Select(name => letters.Of(name, LongestName))]);
        axis.MajorTickStyle.Length = 0;
    }

    /// <summary>Names that would run into each other are slanted.</summary>
    public void PutAcross(IAxis axis)
    {
        Put(axis);
        if (names.Sum(name => RoomOf(name) + 2) <= MostLetters)
            return;
        axis.TickLabelStyle.Rotation = -45;
        axis.TickLabelStyle.Alignment = Alignment.MiddleRight;
        axis.TickLabelStyle.OffsetY = 6;
        axis.MinimumSize = 28 + 4.6f * names.Select(RoomOf).DefaultIfEmpty(0).Max();
    }

    // In letters; those of East Asia take twice the room.
    private static int RoomOf(string name) => name.EnumerateRunes().Take(LongestName).Sum(letter => letter.Value < 0x2E80 ? 1 : 2);
}
