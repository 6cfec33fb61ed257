using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class LabelSampleTests : TorchTest
{
    private static RowTable Rows(int first, int count) => new(
        torch.zeros(count, 1),
        torch.tensor(Enumerable.Range(first, count).Select(i => (float)i).ToArray(), [count, 1]),
        torch.tensor(Enumerable.Range(first, count).Select(i => 2f * i).ToArray()));

    [Fact]
    public void Add_FewRows_KeepsAll()
    {
        var sample = new LabelSample(1);
        sample.Add(Rows(0, 100));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (float)i), sample.Labels.data<float>());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 2f * i), sample.Weights!.data<float>());
    }

    [Fact]
    public void Add_ManyRowsInAnyBlocks_KeepsTheSamePartOfThemSpreadOverAll()
    {
        const int count = 300_000;
        LabelSample whole = new(1), inBlocks = new(1);
        whole.Add(Rows(0, count));
        for (int start = 0; start < count; start += 7_000)
            inBlocks.Add(Rows(start, Math.Min(7_000, count - start)));

        float[] labels = [.. whole.Labels.data<float>()];
        Assert.InRange(labels.Length, 32_000, 65_536);
        Assert.Equal(labels, inBlocks.Labels.data<float>());
        Assert.Equal(labels.Select(label => 2 * label), whole.Weights!.data<float>());
        Assert.Equal(count / 2.0, labels.Average(), 0.01 * count);
        Assert.Equal(0.1, labels.Count(label => label < count / 10) / (double)labels.Length, 0.01);
    }
}
