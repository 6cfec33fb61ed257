using ScottPlot;

namespace MLNet.LossExperiments.Reports;

/// <summary>A chart of a report, to be saved as a picture of its own.</summary>
public sealed class ReportChart
{
    private const int Width = 400;

    private readonly Action<ChartCanvas> _draw;
    private readonly int _height;

    internal ReportChart(string name, string title, string description, Action<ChartCanvas> draw, int height = 290) =>
        (Name, Title, Description, _draw, _height) = (name, title, description, draw, height);

    /// <summary>Its name, fit for a file: <c>roc</c>.</summary>
    public string Name { get; }

    /// <summary>Its title, for people.</summary>
    public string Title { get; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string Description { get; }

    /// <summary>Saves it as a PNG.</summary>
    /// <param name="path">The file; a file of the same name is replaced.</param>
    /// <param name="width">The width in pixels, from 100 to 10,000; the height follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of its range.</exception>
    public void SavePng(string path, int width = 1000) => ReportFile.Write(path, ToPng(width));

    /// <summary>Saves it as an SVG.</summary>
    /// <param name="path">The file; a file of the same name is replaced.</param>
    public void SaveSvg(string path) => ReportFile.Write(path, ToSvg());

    /// <summary>Draws it as a PNG.</summary>
    /// <param name="width">The width in pixels, from 100 to 10,000; the height follows.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of its range.</exception>
    public byte[] ToPng(int width = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 10_000);
        double scale = (double)width / Width;
        using Plot plot = Drawn(true, false);
        plot.ScaleFactor = scale;
        return plot.GetImageBytes(width, (int)(TitledHeight * scale), ImageFormat.Png);
    }

    /// <summary>Draws it as an SVG on white.</summary>
    /// <returns>The text of the file.</returns>
    public string ToSvg()
    {
        using Plot plot = Drawn(true, true);
        return new SvgPicture(plot.GetSvgXml(Width, TitledHeight), Width, TitledHeight).ForFile(Title, Description);
    }

    /// <summary>Draws it as an element of a page, in whose colours it is.</summary>
    /// <param name="id">An identifier that no other element of the page starts with.</param>
    internal string ToSvgElement(string id)
    {
        using Plot plot = Drawn(false, true);
        return new SvgPicture(plot.GetSvgXml(Width, _height), Width, _height).ForPage(id, Title, Description);
    }

    private int TitledHeight => _height + 24;

    private Plot Drawn(bool hasTitle, bool isSvg)
    {
        ChartFonts.EnsureRegistered();
        var plot = new Plot();
        _draw(new ChartCanvas(plot, isSvg));
        if (hasTitle)
        {
            plot.Title(ChartText.Of(Title, 60), 14);
            plot.Axes.Title.Label.ForeColor = Color.FromHex(ChartColors.Text);
        }
        plot.Font.Set(ChartFonts.Name);
        return plot;
    }
}
