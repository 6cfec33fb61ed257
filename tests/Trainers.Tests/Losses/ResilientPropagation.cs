using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>Resilient propagation (Riedmiller and Braun 1993): only signs of gradients count, so no rate has to fit the loss.</summary>
internal static class ResilientPropagation
{
    private const int MostIterations = 4000;
    private const double ShortestStep = 1e-12;

    /// <summary>The constants that following the gradient leads to.</summary>
    /// <param name="constants">Where to start.</param>
    /// <param name="firstStep">The length of the first step.</param>
    /// <param name="longestStep">The longest step.</param>
    /// <param name="meanLoss">The loss of constants, as a tensor to differentiate.</param>
    public static double[] Minimise(double[] constants, double firstStep, double longestStep, Func<torch.Tensor, torch.Tensor> meanLoss)
    {
        var steps = new double[constants.Length];
        var previous = new int[constants.Length];
        Array.Fill(steps, firstStep);
        for (int iteration = 0; iteration < MostIterations && steps.Max() > ShortestStep; iteration++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor leaf = torch.tensor(constants).requires_grad_(true);
            meanLoss(leaf).backward();
            int[] signs = [.. leaf.grad!.data<double>().ToArray().Select(Math.Sign)];
            for (int i = 0; i < constants.Length; i++)
            {
                int turn = signs[i] * previous[i];
                steps[i] *= turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1;
                previous[i] = turn < 0 ? 0 : signs[i];
                constants[i] -= previous[i] * Math.Min(steps[i], longestStep);
            }
        }
        return constants;
    }
}
