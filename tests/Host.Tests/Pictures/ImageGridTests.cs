using MLNet.LossExperiments.Host.Pictures;
using SkiaSharp;

namespace MLNet.LossExperiments.Host.Tests.Pictures;

public sealed class ImageGridTests
{
    [Fact]
    public void Draw_ThreeImages_StandInTwoRowsWithTheirPixels()
    {
        LabeledImage[] images = [new([0, 1, 1, 0], "a"), new([1, 1, 1, 1], "b"), new([0, 0, 0, 0.5f], "")];

        using SKBitmap picture = SKBitmap.Decode(ImageGrid.Draw(images, height: 2, width: 2, columns: 2));

        // Each pixel is a square of 42: margin 10, label 22.
        Assert.Equal((10 + (2 * 94), 10 + (2 * 116)), (picture.Width, picture.Height));
        Assert.Equal([0, 255, 255, 0], Squares(10, 32));
        Assert.Equal([255, 255, 255, 255], Squares(104, 32));
        Assert.Equal([0, 0, 0, 128], Squares(10, 148));

        byte[] Squares(int left, int top) => [.. from y in (int[])[21, 63] from x in (int[])[21, 63] select picture.GetPixel(left + x, top + y).Red];
    }

    [Fact]
    public void Draw_Label_StandsAboveItsImage()
    {
        using SKBitmap with = SKBitmap.Decode(ImageGrid.Draw([new([0], "7")], 1, 1, 1)), without = SKBitmap.Decode(ImageGrid.Draw([new([0], "")], 1, 1, 1));
        Assert.Equal(0, Ink(without));
        Assert.InRange(Ink(with), 10, 200);

        static int Ink(SKBitmap picture) => Enumerable.Range(10, 84).Sum(x => Enumerable.Range(10, 20).Count(y => picture.GetPixel(x, y).Red < 128));
    }
}
