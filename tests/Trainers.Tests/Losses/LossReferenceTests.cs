using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Tests.Reference;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

public class LossReferenceTests(ITestOutputHelper output) : TorchTest
{
    private static Loss Make(string loss) => loss switch
    {
        "mse" => LossCatalog.Regression.Parse(loss),
        "bce-logits" or "bce-probabilities" => LossCatalog.Binary.Parse(loss),
        _ => LossCatalog.Multiclass.Parse(loss),
    };

    [Theory]
    [InlineData("mse", "values", torch.ScalarType.Float64, 1e-12)]
    [InlineData("mse", "values", torch.ScalarType.Float32, 1e-6)]
    [InlineData("bce-logits", "values", torch.ScalarType.Float64, 1e-12)]
    [InlineData("bce-logits", "values", torch.ScalarType.Float32, 1e-6)]
    [InlineData("cross-entropy", "indices", torch.ScalarType.Float64, 1e-12)]
    [InlineData("cross-entropy", "indices", torch.ScalarType.Float32, 1e-5)]
    [InlineData("cross-entropy", "probabilities", torch.ScalarType.Float64, 1e-12)]
    [InlineData("cross-entropy", "probabilities", torch.ScalarType.Float32, 1e-5)]
    [InlineData("nll", "indices", torch.ScalarType.Float64, 1e-12)]
    [InlineData("nll", "indices", torch.ScalarType.Float32, 1e-5)]
    public void RowLosses_ReferenceCases_AgreeInValueAndGradient(string loss, string form, torch.ScalarType type, double tolerance)
    {
        IReadOnlyList<LossCase> cases = LossReference.Of(loss, form);
        Assert.True(cases.Count >= 20, $"There are only {cases.Count} cases.");
        double greatestLoss = 0, greatestGradient = 0;
        foreach (LossCase c in cases)
        {
            (double[] losses, double[] gradient) = LossChecks.Compute(Make(loss), c.OutputTensor(type), c.TargetTensor(type));
            greatestLoss = Math.Max(greatestLoss, losses.Zip(c.Losses, LossChecks.Difference).Max());
            greatestGradient = Math.Max(greatestGradient, gradient.Zip(c.Gradient, LossChecks.Difference).Max());
        }
        output.WriteLine($"{loss} {form} {type}: {cases.Count} cases, greatest relative difference {greatestLoss:E1} in value, {greatestGradient:E1} in gradient");
        Assert.InRange(greatestLoss, 0, tolerance);
        Assert.InRange(greatestGradient, 0, tolerance);
    }

    // In 32 bits 1 − p has a rounding error of 2⁻²⁴, which the logarithm and the gradient magnify as 1 − p gets small; so the tolerance is on 1 − p.
    [Fact]
    public void CrossEntropyOnProbabilities_ReferenceCases_AgreeUpToTheRoundingOfTheProbability()
    {
        IReadOnlyList<LossCase> cases = LossReference.Of("bce-probabilities", "values");
        Assert.True(cases.Count >= 20);
        double greatest = 0, greatestGradient = 0;
        foreach (LossCase c in cases)
        {
            (double[] losses, double[] gradient) = LossChecks.Compute(BinaryLoss.CrossEntropyOnProbabilities(), c.OutputTensor(torch.float32), c.TargetTensor(torch.float32));
            greatestGradient = Math.Max(greatestGradient, gradient.Zip(c.Gradient, LossChecks.Difference).Max());
            for (int i = 0; i < c.Rows; i++)
                greatest = Math.Max(greatest, Math.Abs(Math.Exp(-losses[i]) - Math.Exp(-c.Losses[i])));
        }
        output.WriteLine($"bce-probabilities: {cases.Count} cases, greatest difference {greatest:E1} in the probability of the target, {greatestGradient:E1} in gradient");
        Assert.InRange(greatest, 0, 2 * Math.Pow(2, -24));
        Assert.InRange(greatestGradient, 0, 1e-5);
    }

    [Fact]
    public void CrossEntropyOnProbabilities_LargeScores_LosesPrecisionThatLogitsKeep()
    {
        torch.Tensor scores = torch.tensor(new float[] { 20, 50, 200 }, [3, 1]);
        torch.Tensor negative = torch.zeros(3, 1);

        float[] onLogits = BinaryLoss.CrossEntropyOnLogits().RowLosses(scores, negative).data<float>().ToArray();
        float[] onProbabilities = BinaryLoss.CrossEntropyOnProbabilities().RowLosses(scores, negative).data<float>().ToArray();

        Assert.Equal([20f, 50f, 200f], onLogits);
        Assert.Equal([100f, 100f, 100f], onProbabilities);
    }

    [Fact]
    public void CrossEntropy_AndNegativeLogLikelihood_Agree()
    {
        torch.Tensor scores = torch.randn(100, 7, generator: new torch.Generator(1, torch.CPU)) * 5;
        torch.Tensor classes = torch.randint(0, 7, 100, torch.int64, generator: new torch.Generator(2, torch.CPU));

        torch.Tensor difference = MulticlassLoss.CrossEntropy().RowLosses(scores, classes) - MulticlassLoss.NegativeLogLikelihood().RowLosses(scores, classes);

        Assert.InRange(difference.abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void CrossEntropy_TwoClasses_IsBinaryCrossEntropyOfTheDifference()
    {
        torch.Tensor scores = torch.randn(50, 2, generator: new torch.Generator(3, torch.CPU), dtype: torch.float64) * 10;
        torch.Tensor classes = torch.randint(0, 2, 50, torch.int64, generator: new torch.Generator(4, torch.CPU));

        torch.Tensor softmax = MulticlassLoss.CrossEntropy().RowLosses(scores, classes);
        torch.Tensor logistic = BinaryLoss.CrossEntropyOnLogits().RowLosses((scores.select(1, 1) - scores.select(1, 0)).unsqueeze(1), classes.unsqueeze(1).to_type(torch.float64));

        Assert.InRange((softmax - logistic).abs().max().item<double>(), 0, 1e-12);
    }
}
