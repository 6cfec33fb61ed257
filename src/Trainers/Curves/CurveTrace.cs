using TorchSharp;

namespace MLNet.LossExperiments.Curves;

/// <summary>Follows a formula from point to point.</summary>
internal static class CurveTrace
{
    /// <param name="name">What row it is of.</param>
    /// <param name="points">Where.</param>
    /// <param name="lossesAt">The losses [n] at the places [n], by differentiable operations, that of each place depending on it alone.</param>
    public static CurveSeries Of(string name, double[] points, Func<torch.Tensor, torch.Tensor> lossesAt)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor places = torch.tensor(points, dtype: torch.float64, requires_grad: true);
        torch.Tensor losses = lossesAt(places);
        losses.sum().backward();
        return new CurveSeries(name, points, losses.detach().data<double>().ToArray(), places.grad!.data<double>().ToArray());
    }
}
