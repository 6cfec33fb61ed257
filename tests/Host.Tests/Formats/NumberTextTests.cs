using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class NumberTextTests
{
    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-1,234,567.5", -1234567.5)]
    [InlineData("1,234", 1234)]
    [InlineData("1 234 567.25", 1234567.25)]
    [InlineData("1\u00A0234.5", 1234.5)]
    [InlineData("1\u202F234.5", 1234.5)]
    [InlineData("1\u2009234.5", 1234.5)]
    [InlineData("1'234'567.5", 1234567.5)]
    [InlineData("1\u2019234.5", 1234.5)]
    [InlineData("\u22125.5", -5.5)]
    [InlineData("+1,234.5e-2", 12.345)]
    [InlineData("12,345e2", 1234500)]
    [InlineData(" 5. ", 5)]
    public void TryRead_DecimalPoint_ReadsGroupsSignsAndExponents(string text, double expected) => Assert.Equal(expected, Read('.', text));

    [Theory]
    [InlineData("1,5", 1.5)]
    [InlineData("1.133,53", 1133.53)]
    [InlineData("1.234", 1234)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u202F234\u202F567,5", 1234567.5)]
    [InlineData("1'234,5", 1234.5)]
    [InlineData("-1,250", -1.25)]
    [InlineData("0,125", .125)]
    [InlineData("1,5E3", 1500)]
    public void TryRead_DecimalComma_ReadsGroupsSignsAndExponents(string text, double expected) => Assert.Equal(expected, Read(',', text));

    [Theory]
    [InlineData('.', "0,125")]
    [InlineData('.', "1,23")]
    [InlineData('.', "1234,567")]
    [InlineData('.', "1,234 567")]
    [InlineData('.', "1.234,5")]
    [InlineData('.', "555 1234")]
    [InlineData('.', "020 123 456")]
    [InlineData('.', "1,,234")]
    [InlineData('.', ",234")]
    [InlineData('.', "1-234")]
    [InlineData(',', "1.5")]
    [InlineData(',', "1.23,5")]
    [InlineData(',', "31.12.2024")]
    [InlineData(',', "192.168.10.1")]
    public void TryRead_NoGroupsOfThree_IsNoNumber(char mark, string text) => Assert.Null(Read(mark, text));

    [Fact]
    public void TryRead_LongText_IsNoNumber() => Assert.Null(Read('.', new string('1', 3) + string.Concat(Enumerable.Repeat(" 111", 100))));

    private static double? Read(char mark, string text) => NumberText.With(mark).TryRead(text, out double number) ? number : null;
}
