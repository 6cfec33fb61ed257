using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests;

/// <summary>Scoring row by row leaves nothing to the garbage collector.</summary>
public sealed class AllocationTests
{
    private static readonly MLContext Context = new();

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    // The least of a few rounds: what a row costs is in each, what the runtime does for itself now and then is not.
    private static long AllocatedBy(Action<int> score) => Enumerable.Range(0, 5).Min(_ => AllocatedInARound(score));

    private static long AllocatedInARound(Action<int> score)
    {
        for (int row = 0; row < 100; row++)
            score(row);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int row = 0; row < 1000; row++)
            score(row);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void AllocatedBy_AnAllocation_SeesIt() => Assert.True(AllocatedBy(row => GC.KeepAlive(new float[row + 1])) > 1000);

    [Theory]
    [MemberData(nameof(Activations))]
    public void Score_Regression_AllocatesNothing(Activation activation)
    {
        var model = new MlpRegressionModel(Context, Contents.Model(Contents.Network(1, [10, 64, 32, 1], activation, OutputRange.Scaled(0, 5))));
        float[] features = Contents.Features(1, 10);
        float sum = 0;
        Assert.Equal(0, AllocatedBy(_ => sum += model.Score(features)));
        Assert.True(float.IsFinite(sum));
    }

    [Fact]
    public void Probability_Binary_AllocatesNothing()
    {
        var model = new MlpBinaryProbabilityModel(Context, Contents.Model(Contents.Network(1, [10, 64, 32, 1]), Link.Logistic));
        float[] features = Contents.Features(1, 10);
        float sum = 0;
        Assert.Equal(0, AllocatedBy(_ => sum += model.Probability(features)));
        Assert.True(sum > 0);
    }

    [Fact]
    public void Score_Multiclass_AllocatesNothing()
    {
        var model = new MlpMulticlassModel(Context, Contents.Model(Contents.Network(1, [10, 64, 32, 7]), Link.Softmax));
        float[] features = Contents.Features(1, 10), scores = new float[7];
        Assert.Equal(0, AllocatedBy(_ => model.Score(features, scores)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Score_RowsOfMLNet_AllocatesNothing(bool isSparse)
    {
        var scorer = new RowScorer(Contents.Outputs(Contents.Network(1, [10, 64, 32, 1])));
        VBuffer<float> features = isSparse ? new(10, 2, [1, 2], [3, 7]) : new(10, Contents.Features(1, 10));
        float sum = 0;
        Assert.Equal(0, AllocatedBy(_ => sum += scorer.Score(features)[0]));
    }
}
