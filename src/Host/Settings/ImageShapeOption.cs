using System.CommandLine;
using System.Globalization;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The option that says that rows are images, and of what size. Beside IDX, no format knows.</summary>
internal static class ImageShapeOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--image-shape";

    /// <param name="pixels">Which columns are the pixels.</param>
    /// <param name="usual">What holds where it is not given.</param>
    public static Option<(int Height, int Width)?> Create(string pixels, string usual = "that of an IDX file") => ConsoleOption.Of<(int, int)?>(
        Name, "WIDTHxHEIGHT", $"Rows are images of this many pixels, such as 28x28: {pixels}, row by row from the top left. [default: {usual}]", text => Parse(text));

    /// <summary>A shape as it is said.</summary>
    public static string Text((int Height, int Width) shape) => string.Create(CultureInfo.InvariantCulture, $"{shape.Width}x{shape.Height}");

    /// <summary>Reads a shape; null where it is none.</summary>
    public static (int Height, int Width)? TryParse(string text)
    {
        string[] sizes = text.Split('x', 'X');
        return sizes.Length == 2 && Size(sizes[0]) is int width && Size(sizes[1]) is int height ? (height, width) : null;
    }

    private static (int Height, int Width) Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is not a shape. Give width and height in pixels, such as 28x28.");

    private static int? Size(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : null;
}
