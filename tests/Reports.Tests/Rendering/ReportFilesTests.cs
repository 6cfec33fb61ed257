using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Reports as files.</summary>
public sealed partial class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reports-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void SaveAll_AReport_WritesEveryFormAndLinksThem()
    {
        IReadOnlyList<string> files = SamplePages.Evaluation("multiclass").SaveAll(_folder);
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        string markdown = File.ReadAllText(Path.Combine(_folder, "report.md"));
        string[] linked = [.. Pictures().Matches(markdown).Select(match => match.Groups[1].Value)];
        Assert.Equal(SamplePages.Charts("multiclass").Count, linked.Length);
        Assert.All(linked, picture => Assert.True(File.Exists(Path.Combine(_folder, picture)), picture));
        string json = File.ReadAllText(Path.Combine(_folder, "report.json"));
        Assert.Equal(ReportJson.Write(SamplePages.Evaluation("multiclass")), json);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void SaveAll_FewerChartsThanBefore_RemovesTheOthersAndNothingElse()
    {
        string[] Charts() => [.. Directory.EnumerateFiles(Path.Combine(_folder, "charts")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        SamplePages.Evaluation("regression").SaveAll(_folder);
        Assert.Contains("coverage.png", Charts());
        File.WriteAllText(Path.Combine(_folder, "charts", "mine.png"), "mine");

        SamplePages.Evaluation("multiclass").SaveAll(_folder);

        Assert.Equal(SamplePages.Charts("multiclass").SelectMany(chart => new[] { $"{chart.Name}.png", $"{chart.Name}.svg" }).Append("mine.png").Order(StringComparer.Ordinal), Charts());
    }

    [Fact]
    public void FilesIn_AFolderWithoutAReport_AreNone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "charts"));
        File.WriteAllText(Path.Combine(_folder, "charts", "mine.png"), "mine");
        Assert.Empty(EarlierReport.FilesIn(_folder));
        File.WriteAllText(Path.Combine(_folder, "report.md"), "# Mine\n\n![mine](charts/mine.png)\n\nText. ![out](charts/../../mine.png)\n");
        Assert.Empty(EarlierReport.FilesIn(_folder));
    }

    [Theory]
    [InlineData("r.html", "<!DOCTYPE html>")]
    [InlineData("r.md", "# ")]
    [InlineData("r.JSON", "{\"schemaVersion\":2")]
    public void Save_ByTheEndOfTheName_WritesThatForm(string name, string start)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, "before");
        SamplePages.Comparison.Save(path);
        Assert.StartsWith(start, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Save_AnotherEnd_IsRefusedAndWritesNothing()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SamplePages.Comparison.Save(Path.Combine(_folder, "report.pdf")));
        Assert.Contains(".html, .md or .json", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void ToHtml_Twice_IsTheSame() => Assert.Equal(SamplePages.Html("comparison"), SamplePages.Comparison.ToHtml());

    [Theory]
    [InlineData("regression")]
    [InlineData("targets")]
    [InlineData("binary")]
    [InlineData("multiclass")]
    [InlineData("comparison")]
    public void Charts_OfAReport_HaveNamesOfTheirOwnAndArePictures(string kind)
    {
        IReadOnlyList<ReportChart> charts = SamplePages.Charts(kind);
        Assert.Equal(charts.Count, charts.Select(chart => chart.Name).Distinct().Count());
        Assert.All(charts, chart => Assert.NotEqual("", chart.Description));
        ReportChart first = charts[0];
        byte[] png = first.ToPng(800);
        Assert.Equal(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, png[..4]);
        Assert.Equal(800, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        XElement svg = XDocument.Parse(first.ToSvg()).Root!;
        Assert.Equal(first.Title, svg.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.DoesNotContain("var(--", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_BrokenLines_AreDashedByAttribute()
    {
        string svg = SamplePages.Charts("binary").Single(chart => chart.Name == "roc").ToSvg();
        Assert.Contains("stroke-dasharray=\"7 5\"", svg, StringComparison.Ordinal);
        // The colours that stand for broken lines are gone.
        Assert.DoesNotContain(ChartDash.Marks.Keys, mark => svg.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(10_001)]
    public void ToPng_WidthOutOfRange_IsRefused(int width) => Assert.Throws<ArgumentOutOfRangeException>(() => SamplePages.Charts("comparison")[0].ToPng(width));

    [GeneratedRegex(@"\]\((charts/[^)]+)\)")]
    private static partial Regex Pictures();
}
