using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Scoring;
using MLNet.LossExperiments.Tests.MLNet;
using MLNet.LossExperiments.Training;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>A model scores in managed code what the network scored in libtorch at the end of its training.</summary>
public class ScoringTests(ITestOutputHelper output) : TorchTest
{
    private static RowTable Boston()
    {
        var context = new MLContext();
        IDataView data = Samples.Boston(context);
        float[][] features = [.. data.GetColumn<float[]>("Features")];
        return new RowTable(torch.tensor(features.SelectMany(row => row).ToArray(), [506, 13]), torch.tensor(data.GetColumn<float>("Label").ToArray(), [506, 1]), null);
    }

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Freeze_TrainedNetwork_ScoresAsLibtorchDid(Activation activation)
    {
        var options = new MlpRegressionOptions { Activation = activation, BatchNormalization = true, Dropout = 0.1, Epochs = 10, Patience = null, Optimizer = Optimizer.Adam(0.01) };
        var shape = new NetworkShape(13, [64, 32], 1, BatchNormalization: true);
        RowTable rows = Boston();
        Member member = Cohorts.Train(options, shape, (1, rows, null))[0];
        CohortNetwork network = member.Network;
        float[] libtorch = new StackedOutput([member.Output], torch.CPU).Apply(network.Evaluate(rows.Features.unsqueeze(0))).flatten().data<float>().ToArray();

        MlpNetwork frozen = member.Freeze();
        var managed = new float[506];
        BatchScorer.Run(new RegressionPredictor([new FittedMember(frozen, null!)], new PredictionForm(Link.Identity, 1, [])), rows.Features.flatten().data<float>().ToArray(), 506, managed);

        double greatest = libtorch.Zip(managed, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max();
        output.WriteLine($"{activation}: greatest relative difference {greatest:E1}");
        Assert.InRange(greatest, 0, 1e-5);
    }
}
