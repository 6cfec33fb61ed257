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
        using Plot plot = Drawn(true, false, new ChartLetters(false));
        plot.ScaleFactor = scale;
        return plot.GetImageBytes(width, (int)(TitledHeight * scale), ImageFormat.Png);
    }

    /// <summary>Draws it as an SVG on white.</summary>
    /// <returns>The text of the file.</returns>
    public string ToSvg()
    {
        var letters = new ChartLetters(true);
        using Plot plot = Drawn(true, true, letters);
        return new SvgPicture(plot.GetSvgXml(Width, TitledHeight), Width, TitledHeight, letters).ForFile(Title, Description);
    }

    /// <summary>Draws it as an element of a page, in whose colours it is.</summary>
    /// <param name="id">An identifier that no other element of the page starts with.</param>
    internal string ToSvgElement(string id)
    {
        var letters = new ChartLetters(true);
        using Plot plot = Drawn(false, true, letters);
        var picture = new SvgPicture(plot.GetSvgXml(Width, _height), Width, _height, letters);
        Pixel origin = plot.GetPixel(new Coordinates(0, 0)), one = plot.GetPixel(new Coordinates(1, 1));
        picture.Scale((origin.X, origin.Y), (one.X - origin.X, one.Y - origin.Y));
        return picture.ForPage(id, Title, Description);
    }

    private int TitledHeight => _height + 24;

    private Plot Drawn(bool hasTitle, bool isSvg, ChartLetters letters)
    {
        ChartFonts.EnsureRegistered();
        var plot = new Plot();
        var canvas = new ChartCanvas(plot, isSvg, letters);
        _draw(canvas);
        canvas.WidenWhereFlat();
        if (hasTitle)
        {
            plot.Title(letters.Of(Title, 60), 14);
            plot.Axes.Title.Label.ForeColor = Color.FromHex(ChartColors.Text);
        }
        plot.Font.Set(letters.Font);
        return plot;
    }
}
