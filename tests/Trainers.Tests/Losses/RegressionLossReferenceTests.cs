using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Tests.Reference;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

public class RegressionLossReferenceTests(ITestOutputHelper output) : TorchTest
{
    public static TheoryData<string, torch.ScalarType, double> Losses
    {
        get
        {
            TheoryData<string, torch.ScalarType, double> data = [];
            foreach (string name in LossCatalog.Regression.Entries.Select(entry => entry.Name))
            {
                data.Add(name, torch.ScalarType.Float64, 1e-12);
                data.Add(name, torch.ScalarType.Float32, 1e-5);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ReferenceCases_AgreeInValueAndGradient(string name, torch.ScalarType type, double tolerance)
    {
        IReadOnlyList<LossCase> cases = LossReference.OfAnyParameters(name, "values");
        Assert.True(cases.Count >= 20, $"There are only {cases.Count} cases.");
        double greatestLoss = 0, greatestGradient = 0;
        foreach (LossCase c in cases)
        {
            (double[] losses, double[] gradient) = LossChecks.Compute(LossCatalog.Regression.Parse(c.Loss), c.OutputTensor(type), c.TargetTensor(type));
            greatestLoss = Math.Max(greatestLoss, losses.Zip(c.Losses, LossChecks.Difference).Max());
            greatestGradient = Math.Max(greatestGradient, gradient.Zip(c.Gradient, LossChecks.Difference).Max());
        }
        output.WriteLine($"{name} {type}: {cases.Count} cases, greatest relative difference {greatestLoss:E1} in value, {greatestGradient:E1} in gradient");
        Assert.InRange(greatestLoss, 0, tolerance);
        Assert.InRange(greatestGradient, 0, tolerance);
    }
}
