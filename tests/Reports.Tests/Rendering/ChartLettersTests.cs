using System.Xml.Linq;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Names in letters that the shipped font lacks.</summary>
public sealed class ChartLettersTests
{
    private static readonly string[] Names = ["收入水平", "カテゴリ", "수입", "rooms 🏠", "⠁⠂", "قيمة", "", "   ", "\uFFFF"];

    [Fact]
    public void ToSvg_LettersThatTheFontLacks_AreInTheText()
    {
        foreach (string svg in new[] { Chart().ToSvg(), Chart().ToSvgElement("c") })
        {
            string[] texts = [.. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
            Assert.All(Names.Where(name => !string.IsNullOrWhiteSpace(name) && name != "\uFFFF"), name => Assert.Contains(name, texts));
        }
    }

    [Fact]
    public void ToSvg_MoreLettersThanStandIns_IsDrawnAllTheSame()
    {
        string many = string.Concat(Enumerable.Range(0, 300).Select(i => (char)('\u4E00' + i)));
        var letters = new ChartLetters(true);
        string shown = letters.Of(many, 300);
        Assert.Equal(many[..255] + new string('□', 45), letters.Restore(shown));
    }

    [Fact]
    public void ToSvg_AFile_NamesAFontThatEveryBrowserHas() =>
        Assert.All(XDocument.Parse(Chart().ToSvg()).Descendants().Attributes("font-family"), font => Assert.EndsWith("sans-serif", font.Value, StringComparison.Ordinal));

    [Fact]
    public void ToPng_LettersThatTheFontLacks_IsDrawnInOneThatHasMost()
    {
        Assert.Equal(0x89, Chart().ToPng()[0]);
        var latin = new ChartLetters(false);
        latin.Of("Größe, размер");
        Assert.Equal(ChartFonts.Name, latin.Font);
    }

    private static ReportChart Chart() => new("names", "Names 名", "Names of columns.", canvas =>
    {
        canvas.Rows([.. Enumerable.Range(0, Names.Length).Select(i => (double)i)], [.. Names.Select((_, i) => i + 1.0)], 0);
        canvas.NamesUp(Names);
        canvas.Axes("扱い", "");
    });
}
