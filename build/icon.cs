// Draws icon.png, the picture of the packages, beside itself: a loss and its minimum. Run it with: dotnet run build/icon.cs
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property EnforceCodeStyleInBuild=false
using System.Buffers.Binary;
using System.IO.Compression;

const int size = 128;
const int samples = 6;
const double step = 90; // Where on the curve the descent is.

var rows = new byte[size * (1 + 4 * size)];
for (int y = 0; y < size; y++)
{
    for (int x = 0; x < size; x++)
        Average(x, y).CopyTo(rows.AsSpan(y * (1 + 4 * size) + 1 + 4 * x));
}

string folder = AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Run this file with 'dotnet run' of .NET 10 or later, which says where it lies.");
using FileStream png = File.Create(Path.Combine(folder, "icon.png"));
png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
(header[8], header[9]) = (8, 6); // Eight bits each of red, green, blue and opacity.
Chunk("IHDR"u8, header);
Chunk("IDAT"u8, Compress(rows));
Chunk("IEND"u8, []);

// The colour of a pixel: the mean of points in it, so that edges are smooth.
static byte[] Average(int x, int y)
{
    var sum = new double[4];
    for (int i = 0; i < samples * samples; i++)
    {
        (double red, double green, double blue, double opacity) = Colour(x + (i % samples + 0.5) / samples, y + (i / samples + 0.5) / samples);
        sum[0] += red * opacity;
        sum[1] += green * opacity;
        sum[2] += blue * opacity;
        sum[3] += opacity;
    }
    double seen = Math.Max(sum[3], 1e-9);
    return [Level(sum[0] / seen), Level(sum[1] / seen), Level(sum[2] / seen), Level(sum[3] / (samples * samples))];

    static byte Level(double share) => (byte)Math.Round(255 * share);
}

static (double Red, double Green, double Blue, double Opacity) Colour(double x, double y)
{
    if (!IsInTile(x, y))
        return (0, 0, 0, 0);
    double toStep = Distance(x, y, step, Loss(step));
    if (toStep < 10)
        return (1.00, 0.70, 0.20, 1);
    if (toStep >= 14 && ToCurve(x, y, Loss) < 4.5)
        return (1, 1, 1, 1);
    if (toStep >= 14 && ToCurve(x, y, Other) < 3)
        return (0.58, 0.55, 0.92, 1);
    double down = y / size;
    return (0.31 - 0.10 * down, 0.22 - 0.08 * down, 0.66 - 0.18 * down, 1);
}

static bool IsInTile(double x, double y)
{
    const double radius = 26;
    double dx = Math.Max(Math.Abs(x - size / 2.0) - (size / 2.0 - radius), 0), dy = Math.Max(Math.Abs(y - size / 2.0) - (size / 2.0 - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
}

// A squared error, and beside it an absolute one, as heights in the picture.
static double Loss(double x) => 100 - 0.040 * (x - 64) * (x - 64);

static double Other(double x) => 100 - 1.75 * Math.Abs(x - 64);

static double ToCurve(double x, double y, Func<double, double> curve)
{
    double nearest = double.PositiveInfinity;
    for (double at = 20; at <= 108; at += 0.25)
        nearest = Math.Min(nearest, Distance(x, y, at, curve(at)));
    return nearest;
}

static double Distance(double x, double y, double toX, double toY) => Math.Sqrt((x - toX) * (x - toX) + (y - toY) * (y - toY));

static byte[] Compress(byte[] data)
{
    var buffer = new MemoryStream();
    using (var zlib = new ZLibStream(buffer, CompressionLevel.SmallestSize))
        zlib.Write(data);
    return buffer.ToArray();
}

void Chunk(ReadOnlySpan<byte> type, byte[] content)
{
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
    png.Write(number);
    png.Write(type);
    png.Write(content);
    BinaryPrimitives.WriteUInt32BigEndian(number, Checksum([.. type, .. content]));
    png.Write(number);
}

// CRC-32 as the PNG specification has it.
static uint Checksum(byte[] data)
{
    uint crc = uint.MaxValue;
    foreach (byte value in data)
    {
        crc ^= value;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
    }
    return ~crc;
}
