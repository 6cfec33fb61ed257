using System.Diagnostics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The output transforms of some members, each with its own scale but all with one range. Differentiated automatically together with the loss.</summary>
internal sealed class StackedOutput
{
    private readonly OutputRange _range;
    private readonly torch.Tensor? _shift;
    private readonly torch.Tensor? _scale;
    private readonly torch.Tensor? _gradientScale;

    /// <param name="members">The transforms of the members; either all are scaled or none is.</param>
    /// <param name="device">Where the outputs are.</param>
    public StackedOutput(IReadOnlyList<OutputTransform> members, torch.Device device)
    {
        _range = members[0].Range;
        if (members[0].Scaling is not { } first)
            return;
        torch.Tensor Stacked(Func<OutputScale, IReadOnlyList<double>> values) =>
            torch.tensor(members.SelectMany(member => values(member.Scaling!)).ToArray(), [members.Count, 1, first.Shift.Count]).to_type(torch.float32).to(device);
        _shift = Stacked(scaling => scaling.Shift);
        _scale = Stacked(scaling => scaling.Scale);
        _gradientScale = Stacked(scaling => scaling.GradientScale);
    }

    /// <summary>Whether two members can be in one stack.</summary>
    public static bool FitTogether(OutputTransform a, OutputTransform b) => a.Range == b.Range && a.Scaling is null == b.Scaling is null;

    /// <param name="outputs">[members, rows, outputs].</param>
    public torch.Tensor Apply(torch.Tensor outputs)
    {
        torch.Tensor scaled = _scale is null ? outputs : (outputs * _scale).Plus(_shift!);
        return _range.Function switch
        {
            OutputFunction.Identity => scaled,
            OutputFunction.Tanh => scaled.tanh(),
            OutputFunction.Sigmoid => scaled.sigmoid(),
            OutputFunction.Softplus => scaled.SoftPlus(),
            OutputFunction.Scaled => scaled.sigmoid().Times(_range.Maximum - _range.Minimum).Plus(_range.Minimum),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Brings the gradient with respect to the outputs, [members, rows, outputs], into the unit that <see cref="OutputScale.GradientScale"/> is about.</summary>
    public void ScaleGradient(torch.Tensor gradient)
    {
        if (_gradientScale is not null)
            gradient.mul_(_gradientScale);
    }
}
