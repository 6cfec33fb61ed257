using System.Text;
using System.Text.Unicode;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Finds out how a text file writes its characters: by its byte order mark, or by its first bytes.</summary>
internal static class TextEncoding
{
    private const int WindowsLatin = 1252;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8, UTF-16 or UTF-32 where there is a mark, or where the zero bytes of Latin letters betray it; else UTF-8 if the bytes are such, and the code page of Windows in the west if not.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ when AreZero(beginning, 1) && !AreZero(beginning, 0) => Encoding.Unicode,
        _ when AreZero(beginning, 0) && !AreZero(beginning, 1) => Encoding.BigEndianUnicode,
        _ when IsUtf8(beginning) => Encoding.UTF8,
        _ => Encoding.GetEncoding(WindowsLatin),
    };

    /// <exception cref="FormatException">There is no such encoding.</exception>
    public static Encoding Parse(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new FormatException($"'{name}' is not an encoding. Allowed are names such as utf-8, utf-16, utf-16BE, iso-8859-1, windows-1252, shift_jis, gb18030.");
        }
    }

    // Whether most of every second byte is 0.
    private static bool AreZero(ReadOnlySpan<byte> bytes, int from)
    {
        int zeros = 0, all = 0;
        for (int i = from; i < bytes.Length; i += 2, all++)
            zeros += bytes[i] == 0 ? 1 : 0;
        return all > 1 && zeros > all / 2;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The end may cut a character, of up to four bytes, apart.
        for (int cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
                return true;
        }
        return false;
    }
}
