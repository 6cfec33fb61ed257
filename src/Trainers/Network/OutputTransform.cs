using System.Diagnostics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>What happens to the outputs of the last layer before the loss sees them: shift + scale · output for each output, then the range. Differentiated automatically together with the loss.</summary>
internal sealed class OutputTransform
{
    private readonly torch.Tensor? _shift;
    private readonly torch.Tensor? _scale;
    private readonly torch.Tensor? _gradientScale;

    /// <param name="range">The range.</param>
    /// <param name="scaling">How outputs are scaled; null for not at all.</param>
    /// <param name="device">Where the outputs are.</param>
    public OutputTransform(OutputRange range, OutputScale? scaling, torch.Device device)
    {
        Range = range;
        Scaling = scaling;
        if (scaling is null)
            return;
        torch.Tensor Row(IReadOnlyList<double> values) => torch.tensor(values.ToArray(), [1, values.Count]).to_type(torch.float32).to(device);
        _shift = Row(scaling.Shift);
        _scale = Row(scaling.Scale);
        _gradientScale = Row(scaling.GradientScale);
    }

    public OutputRange Range { get; }

    public OutputScale? Scaling { get; }

    public torch.Tensor Apply(torch.Tensor outputs)
    {
        torch.Tensor scaled = _scale is null ? outputs : (outputs * _scale).Plus(_shift!);
        return Range.Function switch
        {
            OutputFunction.Identity => scaled,
            OutputFunction.Tanh => scaled.tanh(),
            OutputFunction.Sigmoid => scaled.sigmoid(),
            OutputFunction.Softplus => scaled.SoftPlus(),
            OutputFunction.Scaled => scaled.sigmoid().Times(Range.Maximum - Range.Minimum).Plus(Range.Minimum),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Brings the gradient with respect to the outputs, [rows, outputs], into the unit that <see cref="OutputScale.GradientScale"/> is about.</summary>
    public void ScaleGradient(torch.Tensor gradient)
    {
        if (_gradientScale is not null)
            gradient.mul_(_gradientScale);
    }
}
