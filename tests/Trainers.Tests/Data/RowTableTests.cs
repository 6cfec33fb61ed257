using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class RowTableTests : TorchTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(1000)]
    public void Divide_PartsOfAnySize_GivesTheRowsThatSelectGives(long bytesAtOnce)
    {
        static RowTable Table() => new(torch.arange(40, torch.float32).view(20, 2), torch.arange(20, torch.int64), torch.arange(20, torch.float32));
        torch.Tensor taken = torch.tensor([0L, 4, 5, 11, 19]), kept = torch.tensor([1L, 2, 3, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18]);

        (RowTable front, RowTable split) = Table().Divide(kept, taken, bytesAtOnce);

        foreach ((RowTable actual, RowTable expected) in new[] { (front, Table().Select(kept)), (split, Table().Select(taken)) })
            Assert.True(AreEqual(actual.Features, expected.Features) && AreEqual(actual.Targets, expected.Targets) && AreEqual(actual.Weights!, expected.Weights!));
    }

    private static bool AreEqual(torch.Tensor a, torch.Tensor b) => torch.equal(a, b).all().item<bool>();
}
