using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Curves;

/// <summary>Draws losses for two classes against the score, once for a row of either class. What compares rows is drawn for a batch of two, one of either class.</summary>
internal static class BinaryCurve
{
    public static LossCurve Of(BinaryLoss loss, CurveRange range) => loss.IsBatchwise
        ? new LossCurve(loss.Name, CurveAxis.Lead, "in a batch of these two", 0, [CurveTrace.Of("", range.Points, leads => OfPairs(loss, leads))])
        : new LossCurve(loss.Name, CurveAxis.Score, "", 0, [Trace("positive row", loss, range, 1), Trace("negative row", loss, range, 0)]);

    private static CurveSeries Trace(string name, BinaryLoss loss, CurveRange range, double target) => CurveTrace.Of(name, range.Points, scores =>
    {
        torch.Tensor outputs = scores.unsqueeze(1);
        return loss.RowLosses(outputs, torch.zeros_like(outputs).Plus(target).detach());
    });

    // A batchwise loss gives each row of a batch the value of the batch: one batch for each lead, of which the first row is taken.
    private static torch.Tensor OfPairs(BinaryLoss loss, torch.Tensor leads)
    {
        torch.Tensor outputs = torch.stack([leads.Times(0.5), leads.Times(-0.5)], 1).unsqueeze(2);
        torch.Tensor targets = torch.tensor(new double[] { 1, 0 }, dtype: leads.dtype).unsqueeze(1);
        return torch.cat([.. outputs.unbind(0).Select(batch => loss.RowLosses(batch, targets).narrow(0, 0, 1))]);
    }
}
