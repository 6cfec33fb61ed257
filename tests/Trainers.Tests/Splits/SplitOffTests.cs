using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Tests.Splits;

public class SplitOffTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    private static int[] Draw(Random random, int count, int different) => RowTraits.Numbered(Enumerable.Range(0, count).Select(_ => (int)(different * Math.Pow(random.NextDouble(), 3))));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_Classes_TakesTheCountExactlyAndEachClassOnBothSides(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(20, 2000);
        var rows = new RowTraits(count) { Classes = Draw(random, count, random.Next(2, 8)) };
        long wanted = SplitOff.CountOf(count, 0.05 + 0.9 * random.NextDouble());
        bool[] isOff = SplitOff.Of(rows, wanted, (ulong)seed);

        Assert.Equal(wanted, isOff.Count(off => off));
        long[] all = rows.CountClasses();
        bool suffices = wanted >= all.Length && count - wanted >= all.Length;
        for (int c = 0; c < all.Length && suffices; c++)
        {
            long off = Enumerable.Range(0, count).Count(row => rows.Classes[row] == c && isOff[row]);
            Assert.InRange(off, all[c] < 2 ? 0 : 1, Math.Max(0, all[c] - 1));
            // In proportion, but for what rare classes take.
            Assert.InRange(off - (double)all[c] * wanted / count, -all.Length, all.Length);
        }
    }

    // The fault that was: 4 of 1,000 rows, of which a tenth is split off, left no positive to validate with.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_FourPositivesInThousand_SplitsOneOff(int seed)
    {
        var rows = new RowTraits(1000) { Classes = [.. Enumerable.Range(0, 1000).Select(row => row % 250 == 7 ? 1 : 0)] };
        bool[] isOff = SplitOff.Of(rows, 0.1, (ulong)seed);
        Assert.Equal((100, 1), (isOff.Count(off => off), Enumerable.Range(0, 1000).Count(row => isOff[row] && rows.Classes[row] == 1)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_Groups_AreNeverDividedAndSizesAreNear(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(200, 2000);
        var rows = new RowTraits(count) { Groups = Draw(random, count, random.Next(10, 200)), Classes = Draw(random, count, 3) };
        long wanted = SplitOff.CountOf(count, 0.1 + 0.4 * random.NextDouble());
        bool[] isOff = SplitOff.Of(rows, wanted, (ulong)seed);

        ILookup<int, bool> byGroup = Enumerable.Range(0, count).ToLookup(row => rows.Groups[row], row => isOff[row]);
        Assert.All(byGroup, own => Assert.Single(own.Distinct()));
        Assert.Equal(2, isOff.Distinct().Count());
        Assert.InRange(isOff.Count(off => off), wanted - byGroup.Max(own => own.Count()), wanted + byGroup.Max(own => own.Count()));
        for (int c = 0; c < 3; c++)
        {
            if (Enumerable.Range(0, count).Where(row => rows.Classes[row] == c).Select(row => rows.Groups[row]).Distinct().Count() > 1)
                Assert.Equal(2, Enumerable.Range(0, count).Where(row => rows.Classes[row] == c).Select(row => isOff[row]).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_GroupsOfOneClassEach_HasBothClassesOnBothSides(int seed)
    {
        // 40 patients of 5 rows, 4 of whom are ill.
        var rows = new RowTraits(200) { Groups = [.. Enumerable.Range(0, 200).Select(row => row / 5)], Classes = [.. Enumerable.Range(0, 200).Select(row => row / 5 % 10 == 3 ? 1 : 0)] };
        bool[] isOff = SplitOff.Of(rows, 0.1, (ulong)seed);
        Assert.Equal((20, 5), (isOff.Count(off => off), Enumerable.Range(0, 200).Count(row => isOff[row] && rows.Classes[row] == 1)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_Times_SplitsTheLatestOffAndKeepsTiesTogether(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(20, 1000);
        var rows = new RowTraits(count) { Times = [.. Draw(random, count, random.Next(3, 300)).Select(time => (long)time)] };
        long wanted = SplitOff.CountOf(count, random.NextDouble());
        bool[] isOff = SplitOff.Of(rows, wanted, 0);

        long first = rows.Times.Where((_, row) => isOff[row]).Min();
        Assert.All(Enumerable.Range(0, count), row => Assert.Equal(rows.Times[row] >= first, isOff[row]));
        // No other cut is nearer to what is wanted.
        long[] cuts = [.. rows.Times.Distinct().Order().Skip(1).Select(time => Math.Abs(rows.Times.Count(other => other >= time) - wanted))];
        Assert.Equal(cuts.Min(), Math.Abs(isOff.Count(off => off) - wanted));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Choose_Streamed_TakesWhatIsTakenInMemory(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(50, 1000);
        RowTraits plain = new(count) { Classes = Draw(random, count, 5) };
        foreach (RowTraits rows in new[] { plain, plain with { Groups = Draw(random, count, 20), GroupColumn = "g" }, plain with { Times = [.. Draw(random, count, 50).Select(time => (long)time)], TimeColumn = "t" } })
        {
            long wanted = SplitOff.CountOf(count, 0.2);
            var split = new StreamedSplit(rows.GroupColumn, rows.TimeColumn);
            foreach (RowTraits block in Blocks(rows))
                split.Count(block);
            Func<RowTraits, bool[]> choose = split.Choose(wanted, (ulong)seed);
            bool[] streamed = [.. Blocks(rows).SelectMany(choose)], inMemory = SplitOff.Of(rows, wanted, (ulong)seed);

            if (rows.Groups is not null || rows.Times is not null)
                Assert.Equal(inMemory, streamed);
            Assert.Equal(ByClass(inMemory), ByClass(streamed));
        }

        IEnumerable<int> ByClass(bool[] isOff) => Enumerable.Range(0, 5).Select(c => Enumerable.Range(0, count).Count(row => isOff[row] && plain.Classes[row] == c));
    }

    // As a stream numbers them: groups keep their numbers from block to block.
    private static IEnumerable<RowTraits> Blocks(RowTraits rows) => Enumerable.Range(0, rows.Count).Chunk(32).Select(block => rows with
    {
        Count = block.Length,
        Classes = [.. block.Select(row => rows.Classes![row])],
        Groups = rows.Groups is null ? null : [.. block.Select(row => rows.Groups[row])],
        Times = rows.Times is null ? null : [.. block.Select(row => rows.Times[row])],
    });

    [Fact]
    public void Of_StreamedRows_DrawsEachAlike()
    {
        var drawn = new int[40];
        for (ulong start = 0; start < 2000; start++)
        {
            var split = new StreamedSplit(null, null);
            split.Count(new RowTraits(40));
            bool[] isOff = split.Choose(10, start)(new RowTraits(40));
            for (int row = 0; row < 40; row++)
                drawn[row] += isOff[row] ? 1 : 0;
        }
        // Binomial with mean 500 and standard deviation 19.
        Assert.All(drawn, count => Assert.InRange(count, 410, 590));
    }

    [Fact]
    public void Of_OneGroupOrTime_SaysThatTwoAreNeeded()
    {
        var error = Assert.Throws<MlpTrainingException>(() => SplitOff.Of(new RowTraits(3) { Groups = [0, 0, 0], GroupColumn = "site" }, 1L, 1));
        Assert.StartsWith("The group column 'site' has one group in the 3 rows", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<MlpTrainingException>(() => SplitOff.Of(new RowTraits(3) { Times = [5, 5, 5], TimeColumn = "day" }, 1L, 1));
        Assert.StartsWith("The time column 'day' has the same time in all 3 rows", error.Message, StringComparison.Ordinal);
    }
}
