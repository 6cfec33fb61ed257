using System.Text;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class TextEncodingTests
{
    private const string Text = "größe,y\n1,2\n3,4\n";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Open_FileInAnyEncoding_ReadsItsNames(string name, bool hasMark)
    {
        using var folder = new TemporaryFolder();
        Encoding encoding = TextEncoding.Parse(name);
        File.WriteAllBytes(folder.PathOf("data.csv"), [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        Assert.Equal(["größe", "y"], TableSources.Open(folder.PathOf("data.csv"), ReadingOptions.Unsaid).ColumnNames);
    }

    [Fact]
    public void Detect_BeginningThatCutsACharacter_IsStillUtf8() => Assert.Equal(Encoding.UTF8, TextEncoding.Detect(Encoding.UTF8.GetBytes("aö").AsSpan()[..^1]));

    [Fact]
    public void Parse_NoEncoding_SaysWhatIsAllowed() => Assert.Contains("utf-8", Assert.Throws<FormatException>(() => TextEncoding.Parse("klingon")).Message, StringComparison.Ordinal);
}
