using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Network;

public class MemberRandomTests : TorchTest
{
    private static long[] Order(int seed, int epoch, int count)
    {
        using var random = new MemberRandom(seed, torch.CPU);
        random.BeginEpoch(epoch);
        var order = new long[count];
        random.DrawOrder(order);
        return order;
    }

    [Fact]
    public void DrawOrder_EveryRow_ComesOnce()
    {
        foreach (int count in new[] { 1, 2, 3, 100, 1000 })
            Assert.Equal(Enumerable.Range(0, count).Select(row => (long)row), Order(4, 1, count).Order());
    }

    // Chi-square with 24 · 23 degrees of freedom or so: each row at each place as often as any other.
    [Fact]
    public void DrawOrder_ManyEpochs_PutsEachRowEverywhereAlike()
    {
        const int Rows = 24, Epochs = 4800;
        var counts = new int[Rows, Rows];
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            long[] order = Order(9, epoch, Rows);
            for (int place = 0; place < Rows; place++)
                counts[order[place], place]++;
        }
        double expected = (double)Epochs / Rows;
        double statistic = counts.Cast<int>().Sum(count => (count - expected) * (count - expected) / expected);
        double degrees = (Rows - 1) * (Rows - 1);
        Assert.InRange(statistic, degrees - 5 * Math.Sqrt(2 * degrees), degrees + 5 * Math.Sqrt(2 * degrees));
    }

    [Fact]
    public void DrawOrder_SeedAndEpoch_DecideIt()
    {
        Assert.Equal(Order(1, 3, 50), Order(1, 3, 50));
        Assert.NotEqual(Order(1, 3, 50), Order(1, 4, 50));
        Assert.NotEqual(Order(1, 3, 50), Order(2, 3, 50));
    }

    [Fact]
    public void DrawOrder_SecondBlock_HasAnOrderOfItsOwn()
    {
        using var random = new MemberRandom(1, torch.CPU);
        random.BeginEpoch(1);
        var orders = new long[2][] { new long[50], new long[50] };
        random.DrawOrder(orders[0]);
        random.DrawOrder(orders[1]);
        Assert.NotEqual(orders[0], orders[1]);
    }

    // The fault that was: the split of validation rows and the order of the first epoch drew the same numbers.
    [Fact]
    public void Streams_OfOneSeed_DifferFromEachOther()
    {
        using var random = new MemberRandom(1, torch.CPU);
        random.BeginEpoch(1);
        var order = new long[200];
        random.DrawOrder(order);
        using torch.Tensor split = OrderFrom(random.SplitStart), weights = torch.randperm(200, generator: random.Weights), dropout = torch.randperm(200, generator: random.Dropout);
        long[][] drawn = [order, split.data<long>().ToArray(), weights.data<long>().ToArray(), dropout.data<long>().ToArray()];
        // Of two random orders one number in 200 is at the same place.
        Assert.All(from a in Enumerable.Range(0, 4) from b in Enumerable.Range(0, a) select drawn[a].Zip(drawn[b]).Count(pair => pair.First == pair.Second), same => Assert.InRange(same, 0, 6));
    }

    private static torch.Tensor OrderFrom(ulong state)
    {
        var order = new long[200];
        RandomOrder.Draw(ref state, order);
        return torch.tensor(order);
    }

    [Fact]
    public void Streams_Members_HaveTheirOwn()
    {
        using var first = new MemberRandom(2, torch.CPU, member: 0);
        using var second = new MemberRandom(1, torch.CPU, member: 1);
        using torch.Tensor a = torch.rand(100, generator: first.Weights), b = torch.rand(100, generator: second.Weights);
        Assert.Equal(0, a.eq(b).sum().item<long>());
        long[] order = new long[50], other = new long[50];
        first.DrawOrder(order);
        second.DrawOrder(other);
        Assert.NotEqual(order, other);
    }
}
