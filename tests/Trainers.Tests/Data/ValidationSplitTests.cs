using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Splits;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class ValidationSplitTests : TorchTest
{
    private static (long[] Training, long[] Validation) Split(RowTraits rows, double fraction, ulong start = 1)
    {
        (torch.Tensor training, torch.Tensor validation) = ValidationSplit.Split(rows, fraction, start);
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
        (long[] training, long[] validation) = Split(new RowTraits(count), fraction);
        Assert.Equal(expected, validation.Length);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)i), training.Concat(validation).Order());
    }

    [Fact]
    public void Split_Stratified_KeepsTheSharesOfTheClasses()
    {
        int[] classes = [.. Enumerable.Range(0, 200).Select(i => i < 150 ? 0 : i < 190 ? 1 : 2)];
        (_, long[] validation) = Split(new RowTraits(200) { Classes = classes }, 0.1);
        Assert.Equal([15, 4, 1], validation.GroupBy(i => classes[i]).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public void Split_Seed_FixesIt()
    {
        var rows = new RowTraits(50);
        Assert.Equal(Split(rows, 0.2, start: 4).Validation, Split(rows, 0.2, start: 4).Validation);
        Assert.NotEqual(Split(rows, 0.2, start: 4).Validation, Split(rows, 0.2, start: 5).Validation);
    }

    [Fact]
    public void Split_OneRow_SaysWhatToDo()
    {
        var error = Assert.Throws<MlpTrainingException>(() => Split(new RowTraits(1), 0.5));
        Assert.Contains("set Patience to null", error.Message, StringComparison.Ordinal);
    }
}
