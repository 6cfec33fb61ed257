using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MLNet.LossExperiments.Reports;

/// <summary>What Skia writes as SVG, made small, scalable and accessible. Texts are anchored, so that any font fits.</summary>
internal sealed partial class SvgPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Where texts start, relative to their place: none of their width, half or all of it.
    private const double NearStart = 0.25, NearEnd = 0.75;

    private readonly XElement _root;

    public SvgPicture(string xml, int width, int height, ChartLetters letters)
    {
        _root = XDocument.Parse(xml).Root!;
        _root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        _root.SetAttributeValue("role", "img");
        Rename();
        foreach (XElement text in _root.Descendants(Svg + "text"))
        {
            Anchor(text);
            text.Value = letters.Restore(text.Value);
            text.SetAttributeValue("font-family", ChartFonts.Families);
        }
        foreach (XAttribute color in _root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke").ToArray())
            Find(color);
        foreach (XElement line in _root.Descendants().Where(element => element.Attribute("stroke") is not null))
            Break(line);
        foreach (XElement parent in _root.DescendantsAndSelf().Where(element => element.Element(Svg + "ellipse") is not null).ToArray())
            Gather(parent);
        foreach (XAttribute attribute in _root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "d" or "transform" or "x" or "y" or "width" or "height" or "cx" or "cy" or "r" or "fill-opacity" or "stroke-opacity"))
            attribute.Value = Decimals().Replace(attribute.Value, match => Rounded(double.Parse(match.Value, CultureInfo.InvariantCulture)));
    }

    /// <summary>Says where marks that move lie: where both axes are 0, and how many pixels a one is.</summary>
    public void Scale((double X, double Y) origin, (double X, double Y) one)
    {
        if (!_root.Descendants().Any(element => element.Attribute(ChartMotion.Attribute) is not null))
            return;
        _root.SetAttributeValue("data-origin", string.Create(CultureInfo.InvariantCulture, $"{origin.X:0.###} {origin.Y:0.###}"));
        _root.SetAttributeValue("data-one", string.Create(CultureInfo.InvariantCulture, $"{one.X:0.###} {one.Y:0.###}"));
    }

    public string ForFile(string title, string description)
    {
        _root.Descendants().Attributes(ChartMotion.Attribute).Remove();
        Describe("chart", title, description);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{_root.ToString(SaveOptions.DisableFormatting)}\n";
    }

    public string ForPage(string id, string title, string description)
    {
        _root.SetAttributeValue("width", null);
        _root.SetAttributeValue("height", null);
        _root.Elements(Svg + "rect").FirstOrDefault()?.Remove();
        foreach (XAttribute attribute in _root.Descendants().Attributes())
        {
            if (attribute.Name.LocalName is "fill" or "stroke" && ChartColors.Variables.TryGetValue(attribute.Value.ToUpperInvariant(), out string? variable))
                attribute.Value = variable;
            else if (attribute.Name == "id")
                attribute.Value = $"{id}-{attribute.Value}";
            else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
                attribute.Value = $"url(#{id}-{attribute.Value[5..]}";
        }
        _root.Descendants(Svg + "text").Attributes("font-family").Remove();
        Describe(id, title, description);
        return _root.ToString(SaveOptions.DisableFormatting);
    }

    private void Describe(string id, string title, string description)
    {
        _root.SetAttributeValue("aria-labelledby", $"{id}-title {id}-description");
        _root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), ChartText.Of(title, int.MaxValue)),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-description"), ChartText.Of(description, int.MaxValue)));
    }

    /// <summary>Skia counts identifiers up from picture to picture; here they start anew, so that the same chart is the same text.</summary>
    private void Rename()
    {
        XAttribute[] ids = [.. _root.Descendants().Attributes("id")];
        for (int i = 0; i < ids.Length; i++)
        {
            string old = $"#{ids[i].Value}", own = $"c{i + 1}";
            foreach (XAttribute reference in _root.Descendants().Attributes().Where(attribute => attribute.Value == $"url({old})" || attribute.Value == old).ToArray())
                reference.Value = reference.Value.Replace(old, $"#{own}", StringComparison.Ordinal);
            ids[i].Value = own;
        }
    }

    private static void Anchor(XElement text)
    {
        double[] places = [.. (text.Attribute("x")?.Value ?? "0").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("0").Select(place => double.Parse(place, CultureInfo.InvariantCulture))];
        double width = (places[^1] - places[0]) * places.Length / Math.Max(1, places.Length - 1);
        if (places.Length == 1)
            width = double.Parse(text.Attribute("font-size")?.Value ?? "12", CultureInfo.InvariantCulture) * 0.6;
        double before = width > 0 ? -places[0] / width : 0;
        text.SetAttributeValue("text-anchor", before < NearStart ? null : before < NearEnd ? "middle" : "end");
        text.SetAttributeValue("x", null);
        text.SetAttributeValue("y", (text.Attribute("y")?.Value ?? "0").Split(',')[0]);
        text.Value = text.Value.Trim();
    }

    private static void Find(XAttribute color)
    {
        if (!ChartMotion.Marks.TryGetValue(color.Value.ToUpperInvariant(), out string? own))
            return;
        color.Value = own;
        color.Parent!.SetAttributeValue(ChartMotion.Attribute, "");
    }

    private static void Break(XElement line)
    {
        if (!ChartDash.Marks.TryGetValue(line.Attribute("stroke")!.Value.ToUpperInvariant(), out (string Color, string Lengths) mark))
            return;
        line.SetAttributeValue("stroke", mark.Color);
        line.SetAttributeValue("stroke-dasharray", mark.Lengths);
    }

    /// <summary>Circles of one look are put into one group that has it.</summary>
    private static void Gather(XElement parent)
    {
        XElement? group = null;
        (string?, string?) look = default;
        foreach (XElement element in parent.Elements().ToArray())
        {
            if (element.Name != Svg + "ellipse")
            {
                group = null;
                continue;
            }
            (string?, string?) own = (element.Attribute("fill")?.Value, element.Attribute("fill-opacity")?.Value);
            if (group is null || own != look)
            {
                group = new XElement(Svg + "g", new XAttribute("fill", own.Item1 ?? "black"), own.Item2 is null ? null : new XAttribute("fill-opacity", own.Item2));
                element.AddBeforeSelf(group);
                look = own;
            }
            element.Remove();
            group.Add(new XElement(Svg + "circle", element.Attribute("cx"), element.Attribute("cy"), element.Attribute(ChartMotion.Attribute), new XAttribute("r", element.Attribute("rx")!.Value)));
        }
    }

    private static string Rounded(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+\.\d+(e-?\d+)?")]
    private static partial Regex Decimals();
}
