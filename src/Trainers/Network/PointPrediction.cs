using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The predictions that metrics judge, from outputs: those of scoring (Scoring in Transforms), on tensors.</summary>
internal static class PointPrediction
{
    // Where eˣ leaves the range of a float.
    private const double GreatestExponent = 88;

    /// <summary>For regression [rows, targets]; for binary classification the raw scores [rows, 1]; for multiclass classification a score or probability of each class.</summary>
    public static torch.Tensor Of(PredictionForm form, torch.Tensor outputs) => form.Link switch
    {
        Link.Exponential => outputs.AtMost(GreatestExponent).exp(),
        Link.MeanAndLogVariance or Link.MedianAndLogScale => ByTarget(form, outputs).select(2, 0),
        Link.Quantiles => ByTarget(form, outputs).sort(2).Values.select(2, form.MedianIndex),
        Link.Softmax => outputs.softmax(1),
        Link.Ordinal => OrdinalProbabilities(outputs),
        _ => outputs,
    };

    private static torch.Tensor ByTarget(PredictionForm form, torch.Tensor outputs) => outputs.view(outputs.size(0), form.TargetCount, -1);

    // P(y = j) = P(y > j − 1) · (1 − P(y > j | y > j − 1)), with P(y > −1) = 1 and no class above the last.
    private static torch.Tensor OrdinalProbabilities(torch.Tensor outputs)
    {
        torch.Tensor above = outputs.log_sigmoid().cumsum(1);
        torch.Tensor none = torch.zeros_like(outputs.narrow(1, 0, 1));
        torch.Tensor notBelow = torch.cat([none, above], 1);
        torch.Tensor stays = torch.cat([outputs.neg().log_sigmoid(), none], 1);
        return notBelow.Plus(stays).exp();
    }
}
