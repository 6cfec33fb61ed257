using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Tests.Splits;

public class GroupFoldsTests
{
    private static int[] FoldsOf(RowTraits rows, int folds, int seed)
    {
        ulong state = (ulong)seed;
        int[] ofGroup = GroupFolds.Of(RowGroup.AllOf(rows), folds, "g", ref state);
        return [.. rows.Groups!.Select(group => ofGroup[group])];
    }

    [Fact]
    public void Of_RandomGroups_KeepsThemWholeAndFoldsEqual()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            int count = random.Next(300, 2000), folds = random.Next(2, 8);
            var rows = new RowTraits(count)
            {
                Groups = RowTraits.Numbered(Enumerable.Range(0, count).Select(_ => random.Next(60))),
                Classes = [.. Enumerable.Range(0, count).Select(_ => random.Next(10) == 0 ? 1 : 0)],
            };
            int[] foldOf = FoldsOf(rows, folds, seed);
            Assert.All(Enumerable.Range(0, count).ToLookup(row => rows.Groups[row], row => foldOf[row]), own => Assert.Single(own.Distinct()));
            int[] sizes = [.. Enumerable.Range(0, folds).Select(fold => foldOf.Count(own => own == fold))];
            int largest = rows.Groups.CountBy(group => group).Max(pair => pair.Value);
            Assert.InRange(sizes.Max() - sizes.Min(), 0, 2 * largest);
            Assert.All(Enumerable.Range(0, folds), fold => Assert.Contains(Enumerable.Range(0, count), row => foldOf[row] == fold && rows.Classes[row] == 1));
        }
    }

    [Fact]
    public void Of_ClassOfTwoGroups_IsNeverInOneFoldAlone()
    {
        // Ten groups of ten; the rare class is in the first two.
        var rows = new RowTraits(100) { Groups = [.. Enumerable.Range(0, 100).Select(row => row / 10)], Classes = [.. Enumerable.Range(0, 100).Select(row => row < 20 && row % 10 == 0 ? 1 : 0)] };
        for (int seed = 1; seed <= 50; seed++)
        {
            int[] foldOf = FoldsOf(rows, 5, seed);
            Assert.NotEqual(foldOf[0], foldOf[10]);
            Assert.All(foldOf.CountBy(fold => fold), fold => Assert.Equal(20, fold.Value));
        }
    }

    [Fact]
    public void Of_AsManyGroupsAsFolds_FillsEachFold()
    {
        var rows = new RowTraits(31) { Groups = [.. Enumerable.Range(0, 31).Select(row => (int)Math.Log2(row + 1))] };
        Assert.Equal(5, FoldsOf(rows, 5, 1).Distinct().Count());
    }
}
