using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class TableFingerprintTests
{
    private const string Text = "a,b\n1,x\n,y\n3,x\n";

    [Fact]
    public void Of_TheSameRowsWrittenOtherwise_IsTheSame() => Assert.Equal(Of(Text, ColumnKind.Number), Of("a;b\n1,0; x\nNA;y\n3;x\n", ColumnKind.Number));

    [Theory]
    [InlineData("a,b\n1,x\n0,y\n3,x\n")]
    [InlineData("a,b\n1,x\n3,x\n,y\n")]
    [InlineData("a,b\n1,x\n,y\n3,X\n")]
    [InlineData("a,c\n1,x\n,y\n3,x\n")]
    public void Of_OtherRows_IsAnother(string text) => Assert.NotEqual(Of(Text, ColumnKind.Number), Of(text, ColumnKind.Number));

    [Fact]
    public void Of_AnotherKind_IsAnother() => Assert.NotEqual(Of(Text, ColumnKind.Number), Of(Text, ColumnKind.Category));

    private static string Of(string text, ColumnKind kind)
    {
        string second = text.Contains("c\n", StringComparison.Ordinal) ? "c" : "b";
        return TableFingerprint.Of(Samples.Read(text, ("a", kind), (second, ColumnKind.Category)));
    }
}
