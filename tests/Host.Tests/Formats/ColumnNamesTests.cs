using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class ColumnNamesTests
{
    [Fact]
    public void From_NoHeader_NamesByPlace() => Assert.Equal(["col0", "col1"], ColumnNames.From(["5", "7"], hasHeader: false));

    [Fact]
    public void From_EmptyAndRepeatedNames_GetNamesOfTheirOwn() =>
        Assert.Equal(["a", "col1", "a_2", "b", "a_3"], ColumnNames.From(["a", " ", "a", " b ", "a"], hasHeader: true));

    [Fact]
    public void Claim_NameTaken_IsNumbered()
    {
        var taken = new HashSet<string> { "Label", "Label_2" };

        Assert.Equal("Label_3", ColumnNames.Claim("Label", taken));
        Assert.Contains("Label_3", taken);
    }
}
