using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Columns;

public sealed class ColumnRolesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Assign_NamesAndPlaces_GivesEachColumnOneRole()
    {
        ColumnRoles roles = Assign("y", "1", ["id", "4"]);

        Assert.Equal("y", roles.Label);
        Assert.Equal("w", roles.Weight);
        Assert.Equal(["a", "c"], roles.Features);
        Assert.Equal(["id", "b"], roles.Ignored);
    }

    [Theory]
    [InlineData("y", "y", "id")]
    [InlineData("y", null, "y")]
    [InlineData("y", "w", "w")]
    public void Assign_TwoRolesForOneColumn_IsAFaultOfUsage(string label, string? weight, string ignored)
    {
        var fault = Assert.Throws<CommandException>(() => Assign(label, weight, [ignored]));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private ColumnRoles Assign(string label, string? weight, IReadOnlyList<string> ignored)
    {
        TableSource file = TableSources.Open(_folder.Write("data.csv", "id,w,y,a,b,c\n1,2,3,4,5,6\n"), ReadingOptions.Unsaid);
        return ColumnRoles.Assign(file, label, weight, ignored);
    }
}
