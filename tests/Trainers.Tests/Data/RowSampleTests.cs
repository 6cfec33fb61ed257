using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class RowSampleTests : TorchTest
{
    private static void Add(RowSample sample, int first, int count) => sample.Add(
        torch.tensor(Enumerable.Range(first, count).Select(i => (float)i).ToArray(), [count, 1]), torch.tensor(Enumerable.Range(first, count).Select(i => 2f * i).ToArray()));

    [Fact]
    public void Add_FewRows_KeepsAll()
    {
        var sample = new RowSample(1);
        Add(sample, 0, 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (float)i), sample.Values);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 2f * i), sample.Weights!);
    }

    [Fact]
    public void Add_ManyRowsInAnyBlocks_KeepsTheSamePartOfThemSpreadOverAll()
    {
        const int count = 300_000;
        RowSample whole = new(1), inBlocks = new(1);
        Add(whole, 0, count);
        for (int start = 0; start < count; start += 7_000)
            Add(inBlocks, start, Math.Min(7_000, count - start));

        float[] labels = whole.Values;
        Assert.InRange(labels.Length, 32_000, 65_536);
        Assert.Equal(labels, inBlocks.Values);
        Assert.Equal(labels.Select(label => 2 * label), whole.Weights!);
        Assert.Equal(count / 2.0, labels.Average(), 0.01 * count);
        Assert.Equal(0.1, labels.Count(label => label < count / 10) / (double)labels.Length, 0.01);
    }
}
