using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class ValidationSplitTests : TorchTest
{
    private static RowTable Table(long[] classes) => new(torch.zeros(classes.Length, 1), torch.tensor(classes), null);

    private static (long[] Training, long[] Validation) Split(RowTable rows, double fraction, bool isStratified, ulong seed = 1)
    {
        (torch.Tensor training, torch.Tensor validation) = ValidationSplit.Split(rows, fraction, isStratified, new torch.Generator(seed, torch.CPU));
        return (training.data<long>().ToArray(), validation.data<long>().ToArray());
    }

    [Theory]
    [InlineData(10, 0.1, 1)]
    [InlineData(10, 0.25, 2)]
    [InlineData(2, 0.01, 1)]
    [InlineData(2, 0.99, 1)]
    [InlineData(1000, 0.2, 200)]
    public void Split_Rows_AreDividedWithoutOverlap(int count, double fraction, int expected)
    {
        (long[] training, long[] validation) = Split(Table(new long[count]), fraction, isStratified: false);
        Assert.Equal(expected, validation.Length);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)i), training.Concat(validation).Order());
    }

    [Fact]
    public void Split_Stratified_KeepsTheSharesOfTheClasses()
    {
        long[] classes = [.. Enumerable.Range(0, 200).Select(i => i < 150 ? 0L : i < 190 ? 1L : 2L)];
        (_, long[] validation) = Split(Table(classes), 0.1, isStratified: true);
        Assert.Equal([15, 4, 1], validation.GroupBy(i => classes[i]).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public void Split_Seed_FixesIt()
    {
        RowTable rows = Table(new long[50]);
        Assert.Equal(Split(rows, 0.2, false, seed: 4).Validation, Split(rows, 0.2, false, seed: 4).Validation);
        Assert.NotEqual(Split(rows, 0.2, false, seed: 4).Validation, Split(rows, 0.2, false, seed: 5).Validation);
    }

    [Fact]
    public void Split_OneRow_SaysWhatToDo()
    {
        var error = Assert.Throws<MlpTrainingException>(() => Split(Table([0]), 0.5, false));
        Assert.Contains("set Patience to null", error.Message, StringComparison.Ordinal);
    }
}
