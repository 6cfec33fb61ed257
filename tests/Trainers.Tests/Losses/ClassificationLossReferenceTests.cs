using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Tests.Reference;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

public class ClassificationLossReferenceTests(ITestOutputHelper output) : TorchTest
{
    public static TheoryData<string, string, torch.ScalarType, double> Losses
    {
        get
        {
            TheoryData<string, string, torch.ScalarType, double> data = [];
            // On probabilities the loss is one of 32 bits, and compared apart.
            foreach (string name in LossCatalog.Binary.Entries.Select(entry => entry.Name).Where(name => name != "bce-probabilities"))
                Add(name, "values");
            foreach (string name in LossCatalog.Multiclass.Entries.Select(entry => entry.Name))
                Add(name, "indices");
            foreach (string name in LossCatalog.Multiclass.Entries.Where(entry => entry.Create().AcceptsClassProbabilities).Select(entry => entry.Name))
                Add(name, "probabilities");
            return data;

            void Add(string name, string form)
            {
                data.Add(name, form, torch.ScalarType.Float64, 1e-12);
                data.Add(name, form, torch.ScalarType.Float32, 1e-5);
            }
        }
    }

    private static Loss Parse(LossCase c) => c.Form == "values" ? LossCatalog.Binary.Parse(c.Loss) : LossCatalog.Multiclass.Parse(c.Loss);

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ReferenceCases_AgreeInValueAndGradient(string name, string form, torch.ScalarType type, double tolerance)
    {
        IReadOnlyList<LossCase> cases = LossReference.OfAnyParameters(name, form);
        Assert.True(cases.Count >= 20, $"There are only {cases.Count} cases.");
        double greatestLoss = 0, greatestGradient = 0;
        foreach (LossCase c in cases)
        {
            (double[] losses, double[] gradient) = LossChecks.Compute(Parse(c), c.OutputTensor(type), c.TargetTensor(type));
            greatestLoss = Math.Max(greatestLoss, losses.Zip(c.Losses, LossChecks.Difference).Max());
            greatestGradient = Math.Max(greatestGradient, gradient.Zip(c.Gradient, LossChecks.Difference).Max());
        }
        output.WriteLine($"{name} {form} {type}: {cases.Count} cases, greatest relative difference {greatestLoss:E1} in value, {greatestGradient:E1} in gradient");
        Assert.InRange(greatestLoss, 0, tolerance);
        Assert.InRange(greatestGradient, 0, tolerance);
    }
}
