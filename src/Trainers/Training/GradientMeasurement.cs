using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>
/// Measures how large the gradient of a regression loss is with respect to the outputs of a network, so that training can bring it to one size whatever the loss, its parameters and the unit of the label. It is
/// measured by automatic differentiation, as training will compute it, on labels that are trained on: no loss declares anything, and a loss of a user's own is measured like any other.
/// </summary>
internal sealed class GradientMeasurement
{
    // A loss whose rows may look at each other is measured on batches, of which some are enough.
    private const int MostRowsOfBatches = 1 << 12;

    // The errors of a fitted network, as a share of those of the mean. At smaller ones a redescending loss may have a gradient far greater still, beside which that of the start would be nothing.
    private const double LeastShare = 1.0 / 8;

    // How far outputs move away from 0 in search of a gradient: by powers of 2 up to this one.
    private const int MostDoublings = 40;
    private const double LeastGrowth = 1 + 1e-6;

    private readonly RegressionLoss _loss;
    private readonly IReadOnlyList<bool> _areOnLabelScale;
    private readonly torch.Tensor _labels;
    private readonly torch.Tensor? _weights;
    private readonly long _rowsAtOnce;
    private readonly torch.Device _device;

    private GradientMeasurement(RegressionLoss loss, IReadOnlyList<bool> areOnLabelScale, RowSample sample, int batchSize, torch.Device device)
    {
        _loss = loss;
        _areOnLabelScale = areOnLabelScale;
        _rowsAtOnce = loss.TakesStackedRows ? sample.Count : batchSize;
        long rows = loss.TakesStackedRows ? sample.Count : Math.Min(sample.Count, Math.Max(batchSize, MostRowsOfBatches));
        _labels = torch.tensor(sample.Values, [sample.Count, sample.Width]).narrow(0, 0, rows);
        _weights = sample.Weights is { } weights ? torch.tensor(weights).narrow(0, 0, rows) : null;
        _device = device;
    }

    /// <summary>What the gradient of each target must be divided by to be of size 1: the root of the mean, over the labels, of its squared norm, with respect to the outputs before their transform.</summary>
    /// <remarks>
    /// It is taken where training starts, at outputs of 0, and, where it is greater there, with errors a half, a quarter or an eighth as large: the gradient of a redescending loss grows as errors fall. Where outputs
    /// of 0 have no gradient at all, outputs ever farther from 0 are tried. Weights that a formula gives to targets are kept, and found out by giving it targets that are all alike. A target without a
    /// gradient has size 1.
    /// </remarks>
    /// <param name="loss">The loss.</param>
    /// <param name="transform">What happens to outputs before the loss sees them.</param>
    /// <param name="areOnLabelScale">For each output of a target whether it is compared with the label, and no logarithm or measure of spread.</param>
    /// <param name="sample">Labels.</param>
    /// <param name="batchSize">The number of rows of a step.</param>
    /// <param name="device">Where to compute.</param>
    public static IReadOnlyList<double> SizesOf(RegressionLoss loss, OutputTransform transform, IReadOnlyList<bool> areOnLabelScale, RowSample sample, int batchSize, torch.Device device)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable recording = torch.enable_grad();
        var measurement = new GradientMeasurement(loss, areOnLabelScale, sample, batchSize, device);
        int targets = (int)measurement._labels.size(1);
        (torch.Tensor starts, torch.Tensor slopes) = StartOf(transform, targets, areOnLabelScale.Count);
        double[] sizes = measurement.Greatest(measurement._labels, starts, slopes);
        if (targets == 1)
            return Usable(sizes);
        double[] alike = measurement.Greatest(Repeated(measurement._labels), Repeated(starts), Repeated(slopes));
        double mean = alike.Average();
        return Usable([.. sizes.Select((size, target) => alike[target] > 0 ? size * targets * mean / alike[target] : 0)]);
    }

    private static double[] Usable(IEnumerable<double> sizes) => [.. sizes.Select(size => size > 0 && double.IsFinite(1 / size) ? size : 1)];

    // Those of the first target for all.
    private static torch.Tensor Repeated(torch.Tensor values) => values.narrow(1, 0, 1).expand(values.shape).contiguous();

    // What outputs of 0 are turned into, and the slope there, both [1, targets, outputs of a target].
    private static (torch.Tensor Starts, torch.Tensor Slopes) StartOf(OutputTransform transform, int targets, int outputsPerTarget)
    {
        torch.Tensor zeros = torch.zeros([1, 1, (long)targets * outputsPerTarget], torch.float32).requires_grad_(true);
        torch.Tensor starts = new StackedOutput([transform], torch.CPU).Apply(zeros);
        starts.sum().backward();
        return (starts.detach().view(1, targets, outputsPerTarget), zeros.grad!.view(1, targets, outputsPerTarget));
    }

    // For each target.
    private double[] Greatest(torch.Tensor labels, torch.Tensor starts, torch.Tensor slopes)
    {
        double[] greatest = Sizes(labels, starts.expand(labels.size(0), -1, -1), slopes);
        bool hasGrown = true;
        for (double share = 0.5; hasGrown && share >= LeastShare; share /= 2)
            hasGrown = Raise(greatest, Sizes(labels, Nearer(labels, starts, share), slopes));
        for (int power = 0; power <= MostDoublings && greatest.Contains(0); power++)
            Fill(greatest, Sizes(labels, starts.Plus(Alternating(labels.size(0)) * slopes.Times(Math.Pow(2, power))), slopes));
        return greatest;
    }

    // Outputs that are compared with the label come nearer to it, the others stay.
    private torch.Tensor Nearer(torch.Tensor labels, torch.Tensor starts, double share)
    {
        torch.Tensor expanded = starts.expand(labels.size(0), -1, -1);
        torch.Tensor areNearer = torch.tensor(_areOnLabelScale.ToArray());
        return torch.where(areNearer, labels.unsqueeze(2).Plus((expanded - labels.unsqueeze(2)).Times(share)), expanded);
    }

    private static torch.Tensor Alternating(long rows) => torch.tensor(Enumerable.Range(0, (int)rows).Select(row => row % 2 == 0 ? 1f : -1f).ToArray(), [rows, 1, 1]);

    private static bool Raise(double[] greatest, double[] sizes)
    {
        bool hasGrown = false;
        for (int i = 0; i < greatest.Length; i++)
        {
            if (!(sizes[i] > LeastGrowth * greatest[i]))
                continue;
            greatest[i] = sizes[i];
            hasGrown = true;
        }
        return hasGrown;
    }

    private static void Fill(double[] greatest, double[] sizes)
    {
        for (int i = 0; i < greatest.Length; i++)
            greatest[i] = greatest[i] == 0 ? sizes[i] : greatest[i];
    }

    // The size of the gradient of each target at outputs [rows, targets, outputs of a target] as the loss sees them.
    private double[] Sizes(torch.Tensor labels, torch.Tensor outputs, torch.Tensor slopes)
    {
        torch.Tensor gradients = torch.zeros_like(outputs);
        for (long start = 0; start < labels.size(0); start += _rowsAtOnce)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            long count = Math.Min(_rowsAtOnce, labels.size(0) - start);
            torch.Tensor leaf = outputs.narrow(0, start, count).flatten(1).to(_device).detach().clone().requires_grad_(true);
            torch.Tensor losses = _loss.RowLosses(leaf, labels.narrow(0, start, count).to(_device), _weights?.narrow(0, start, count).to(_device));
            // A formula without a gradient is refused in the first step, with what is wrong.
            if (!losses.requires_grad)
                continue;
            losses.sum().backward();
            gradients.narrow(0, start, count).copy_(leaf.grad!.cpu().view(count, outputs.size(1), -1));
        }
        torch.Tensor squares = (gradients.to_type(torch.float64).nan_to_num(0, 0, 0) * slopes).Squared().sum([2]);
        torch.Tensor weights = _weights is null ? torch.ones(squares.size(0), torch.float64) : _weights.to_type(torch.float64);
        return (squares * weights.unsqueeze(1)).sum([0]).div_(weights.sum()).sqrt_().data<double>().ToArray();
    }
}
