using MLNet.LossExperiments.Features;

namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateFormatSearchTests
{
    private static DateFormatSearch Search(params string[] rows)
    {
        var search = new DateFormatSearch("When");
        foreach (string row in rows)
            search.Add(row);
        return search;
    }

    [Theory]
    [InlineData("M/d/yyyy", "03/04/2024", "05/06/2024")]
    [InlineData("M/d/yyyy", "03/04/2024", "05/13/2024")]
    [InlineData("d/M/yyyy", "03/04/2024", "13/05/2024")]
    [InlineData("d/M/yyyy", "13/05/2024", "03/04/2024")]
    [InlineData("yyyy-MM-dd", "2024-03-31", "2024-03-31T10:00Z")]
    [InlineData("d.M.yyyy", "", "31.03.2024")]
    [InlineData("yyyyMMdd", "20240331", "  ")]
    public void Result_Rows_FollowTheFormat(string expected, params string[] rows) => Assert.Equal(expected, Search(rows).Result().Name);

    [Theory]
    [InlineData(false, "2024-03-31", "2024-04-01 00:00:00")]
    [InlineData(true, "2024-03-31", "2024-04-01 00:00:01")]
    public void HasTimeOfDay_Rows_SayWhetherAnyIsNotMidnight(bool expected, params string[] rows) => Assert.Equal(expected, Search(rows).HasTimeOfDay);

    [Theory]
    [InlineData("Row 2 of the column 'When' holds 'soon', which is no date in the format of the rows before it (yyyy-MM-dd).", "2024-03-31", "soon")]
    [InlineData("Row 3 of the column 'When' holds '31.03.2024', which is no date in the format of the rows before it (yyyy-MM-dd).", "2024-03-31", "", "31.03.2024")]
    [InlineData("Row 1 of the column 'When' holds 'soon', which is no date in any of the formats that are known: yyyy-MM-dd, ", "soon")]
    [InlineData("Row 2 of the column 'When' holds '05/13/2024', which is no date in the format of the rows before it (d/M/yyyy).", "13/05/2024", "05/13/2024")]
    public void Add_RowOfNoCommonFormat_NamesIt(string expected, params string[] rows) =>
        Assert.StartsWith(expected, Assert.Throws<InvalidDataException>(() => Search(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void Result_NoDateAtAll_SaysSo() => Assert.Contains("'When' has no date in any row", Assert.Throws<InvalidDataException>(() => Search("", " ").Result()).Message, StringComparison.Ordinal);
}
