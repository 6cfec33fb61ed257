using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class FileFormatTests
{
    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a\tb\tc\n1\t2\t3\n", '\t')]
    [InlineData("a;b;c\n1;2;3\n", ';')]
    [InlineData("a;b\n1,5;2,5\n3,5;4\n", ';')]
    [InlineData("name,note\nx,\"a;b;c\"\ny,\"d;e;f\"\n", ',')]
    [InlineData("\"a\",b\n\"x\",1\n", ',')]
    public void Detect_Separators_FindsTheEvenOne(string text, char expected) => Assert.Equal(expected, Detect(text).Separator);

    [Theory]
    [InlineData("a,b\n1,2\n", true)]
    [InlineData("1,2\n3,4\n", false)]
    [InlineData("0,1,label\n3,4,1\n5,6,0\n", true)]
    [InlineData("red,1\nblue,2\n", false)]
    [InlineData("color,size\nred,small\n", true)]
    [InlineData("?,1\n2,3\n4,5\n", false)]
    [InlineData("x,x\n1,2\n", true)]
    public void Detect_Header_IsTextAboveNumbers(string text, bool expected) => Assert.Equal(expected, Detect(text).HasHeader);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public void Detect_Nothing_GivesNull(string text) => Assert.Null(FileFormat.Detect("data.csv", new StringReader(text)));

    [Fact]
    public void Detect_QuoteOpenAtTheEndOfTheSample_StillFindsTheFormat()
    {
        string text = "a,b\n" + string.Concat(Enumerable.Repeat("\"one\ntwo\",2\n", 10_000));

        FileFormat format = Detect(text);

        Assert.Equal(',', format.Separator);
        Assert.Equal(["a", "b"], format.FirstRow);
    }

    private static FileFormat Detect(string text) => FileFormat.Detect("data.csv", new StringReader(text))!;
}
