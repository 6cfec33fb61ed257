using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public class AllocationTests
{
    private static readonly MlpNetwork Network = Networks.Make([13, 64, 32, 4], Activation.GELU);

    private static ModelContent Content(int outputs, Link link) => new(Networks.Make([13, 64, outputs]), link, new TrainingHistory("x", "y", 1, 1, false, 1, 0, 0, []));

    // The least of several measurements: the runtime itself now and then allocates beside us.
    private static long Allocated(Action action)
    {
        action();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    [Fact]
    public void Score_OneRowAfterTheOther_AllocatesNothing()
    {
        var context = new MLContext();
        var regression = new MlpRegressionModel(context, Content(1, Link.Identity));
        var binary = new MlpBinaryProbabilityModel(context, Content(1, Link.Logistic));
        var multiclass = new MlpMulticlassModel(context, Content(4, Link.Softmax));
        float[] row = Networks.Numbers(13, 1);
        var scores = new float[4];
        Assert.Equal(0, Allocated(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                regression.Score(row);
                binary.Probability(row);
                multiclass.Score(row, scores);
            }
        }));
    }

    [Fact]
    public void Score_RowsOfACursor_AllocateNothing()
    {
        var scorer = new RowScorer(new ForwardPass(Network));
        var dense = new VBuffer<float>(13, Networks.Numbers(13, 1));
        var sparse = new VBuffer<float>(13, 2, [1, 2], [3, 7]);
        Assert.Equal(0, Allocated(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                scorer.Score(dense);
                scorer.Score(sparse);
            }
        }));
    }

    [Fact]
    public void Score_SparseRow_IsTheDenseOne()
    {
        var scorer = new RowScorer(new ForwardPass(Network));
        float[] sparse = [.. scorer.Score(new VBuffer<float>(13, 2, [1, 2], [3, 7]))];
        float[] dense = [.. scorer.Score(new VBuffer<float>(13, [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0]))];
        Assert.Equal(dense, sparse);
    }

    [Fact]
    public void Score_OtherNumberOfFeatures_IsRefused()
    {
        var model = new MlpRegressionModel(new MLContext(), Content(1, Link.Identity));
        Assert.Contains("1 rows of a network with 13 features have 13 values, not 12.", Assert.Throws<ArgumentException>(() => model.Score(new float[12])).Message, StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => new RowScorer(new ForwardPass(Network)).Score(new VBuffer<float>(12, new float[12])));
        Assert.Contains("A row has 12 features, but the model was trained with 13.", error.Message, StringComparison.Ordinal);
    }
}
