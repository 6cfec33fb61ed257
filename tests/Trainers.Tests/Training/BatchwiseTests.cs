using Microsoft.ML;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>Losses that compare rows with each other are measured on all rows, whatever their order.</summary>
public class BatchwiseTests : TorchTest
{
    private readonly MLContext _context = new(1);

    private IDataView Sorted(int rows, bool isSorted = true)
    {
        // Two blobs that overlap a little.
        NumberRow[] all = [.. Enumerable.Range(0, rows).Select(i => new NumberRow { Features = [i % 2 + 0.6f * MathF.Sin(i * 1.3f), MathF.Cos(i * 0.7f)], Label = i % 2 })];
        IDataView numbers = _context.Data.LoadFromEnumerable(isSorted ? [.. all.OrderBy(row => row.Label)] : all);
        return _context.Transforms.Conversion.ConvertType("Label", "Label", Microsoft.ML.Data.DataKind.Boolean).Fit(numbers).Transform(numbers);
    }

    private TrainingHistory Fit(BinaryLoss loss, bool isSorted) => _context.BinaryClassification.Trainers
        .Mlp(new MlpBinaryOptions { Loss = loss, HiddenSizes = [8], Epochs = 12, Patience = 12, Optimizer = Optimizer.Adam(0.01), Seed = 1 })
        .Fit(Sorted(640, isSorted: false), Sorted(640, isSorted)).Model.History;

    public static TheoryData<string> Losses => ["auc", "dice", "tversky", "own"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Fit_ValidationRowsSortedByClass_AreMeasuredAsMixedOnes(string name)
    {
        // One of a user's own that looks at the whole batch: the distance of the classes' mean scores.
        BinaryLoss own = BinaryLoss.Custom("own", (x, t) => ((x * (1 - t)).sum() / ((1 - t).sum() + 1e-6) - (x * t).sum() / (t.sum() + 1e-6)).sigmoid().expand(x.shape[0]) + 0 * x.squeeze(1), givesProbabilities: false);
        BinaryLoss loss = name == "own" ? own : LossCatalog.Binary.Parse(name);
        TrainingHistory sorted = Fit(loss, true), mixed = Fit(loss, false);
        Assert.All(sorted.Epochs.Zip(mixed.Epochs), pair => Assert.Equal(pair.Second.ValidationLoss!.Value, pair.First.ValidationLoss!.Value, 1e-5));
        Assert.All(sorted.Epochs, epoch => Assert.True(epoch.ValidationLoss > 0));
        Assert.True(sorted.BestEpoch > 1);
        Assert.True(sorted.Epochs[^1].ValidationLoss < sorted.Epochs[0].ValidationLoss);
    }

    [Fact]
    public void Mixed_MoreRowsThanAPart_ComeOnceInEvenPartsLikeTheWhole()
    {
        var table = new RowTable(torch.arange(1000, dtype: torch.float32).unsqueeze(1), torch.cat([torch.zeros(500, 1), torch.ones(500, 1)]), null);
        var rows = new CohortRows([new InMemoryRows(table)]);
        var parts = rows.Mixed(300).Select(part => (Rows: part.Features.flatten().data<float>().ToArray(), Share: part.Labels.Targets.mean().item<float>())).ToList();
        Assert.Equal([250, 250, 250, 250], parts.Select(part => part.Rows.Length));
        Assert.Equal(Enumerable.Range(0, 1000).Select(row => (float)row), parts.SelectMany(part => part.Rows).Order());
        Assert.All(parts, part => Assert.InRange(part.Share, 0.38f, 0.62f));
        Assert.Equal(parts.SelectMany(part => part.Rows), rows.Mixed(300).SelectMany(part => part.Features.flatten().data<float>().ToArray()));
        Assert.Equal(Enumerable.Range(0, 1000).Select(row => (float)row), Assert.Single(rows.Mixed(1000).Select(part => part.Features.flatten().data<float>().ToArray())));
    }
}
