using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Samples;

/// <summary>The history of a fit as fits go: losses that fall and flatten, validation that turns.</summary>
internal static class SampleHistory
{
    public static TrainingHistory Of(string loss, int epochs, double level, int seed)
    {
        double Noise(int epoch, int line) => 0.02 * Math.Sin(seed * 7.1 + epoch * (2.3 + line)) / (1 + epoch / 40.0);
        double Fall(double epoch) => level * (0.35 + 2.2 * Math.Exp(-epoch / 7.0));
        EpochRecord[] records = [.. Enumerable.Range(1, epochs).Select(epoch =>
        {
            double training = Fall(epoch) + Noise(epoch, 1), validation = training + level * (0.04 + 0.0015 * epoch) + Noise(epoch, 2);
            return new EpochRecord(epoch, (Fall(epoch - 0.5) + Noise(epoch, 3)) * 1.08, training, validation, Math.Sqrt(validation) * 4, 0.003 * (1 + Math.Cos(Math.PI * epoch / epochs)) / 2, 0.01);
        })];
        int best = records.MinBy(record => record.ValidationLoss)!.Epoch;
        return new TrainingHistory(loss, "RMSE", seed, best, StopReason.NoImprovement, 404, 51, 0, records);
    }
}
