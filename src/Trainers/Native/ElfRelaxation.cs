using System.Buffers.Binary;
using System.Text;

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Waives one demand in the image of a 64-bit little-endian ELF library: the version need <see cref="Version"/> is marked weak, and the only symbol bound to it is turned
/// into an unversioned reference to a harmless function without arguments. Anything unexpected, and the image is left alone.
/// </summary>
internal static class ElfRelaxation
{
    public const string Version = "GLIBCXX_3.4.32";
    public const string Symbol = "_ZSt21ios_base_library_initv";
    private const string Harmless = "getpid\0";
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const ushort WeakVersion = 2;
    private const ushort GlobalVersion = 1;
    private const ushort HiddenVersion = 0x8000;

    /// <summary>Changes <paramref name="image"/> in place; false, and unchanged, if it is not such a library or does not have just this one demand.</summary>
    public static bool TryRelax(byte[] image)
    {
        try
        {
            var sections = Sections.Read(image);
            if (FindVersion(image, sections) is not var (flags, index))
                return false;
            List<int> bound = [.. Enumerable.Range(0, sections.Symbols.Length / SymbolSize).Where(i => (U16(image, sections.Versions.Start + 2 * i) & ~HiddenVersion) == index)];
            if (bound is not [var symbol])
                return false;
            int name = sections.Strings.Start + I32(image, sections.Symbols.Start + SymbolSize * symbol);
            if (Text(image, name) != Symbol || IsShared(image, sections, symbol, name))
                return false;
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(flags), (ushort)(U16(image, flags) | WeakVersion));
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(sections.Versions.Start + 2 * symbol), GlobalVersion);
            Encoding.ASCII.GetBytes(Harmless).CopyTo(image, name);
            return true;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            return false;
        }
    }

    // Walks the needed versions of every needed library: where the flags of ours lie, and the index that symbols are bound to it by.
    private static (int Flags, int Index)? FindVersion(byte[] image, Sections sections)
    {
        int need = sections.Needs.Start;
        for (int left = image.Length / 16; left > 0; left--)
        {
            int entry = need + I32(image, need + 8);
            for (int i = U16(image, need + 2); i > 0; i--)
            {
                if (Text(image, sections.Strings.Start + I32(image, entry + 8)) == Version)
                    return (entry + 4, U16(image, entry + 6));
                entry += I32(image, entry + 12);
            }
            int next = I32(image, need + 12);
            if (next <= 0)
                return null;
            need += next;
        }
        return null;
    }

    // Linkers let one name end inside another; then its bytes are not ours to change.
    private static bool IsShared(byte[] image, Sections sections, int symbol, int name)
    {
        for (int i = 0; i < sections.Symbols.Length / SymbolSize; i++)
        {
            int other = sections.Strings.Start + I32(image, sections.Symbols.Start + SymbolSize * i);
            if (i != symbol && other >= name && other <= name + Symbol.Length)
                return true;
        }
        return name > 0 && image[name - 1] != 0;
    }

    private static int I32(byte[] image, int at) => BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(at, 4));

    private static ushort U16(byte[] image, int at) => BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(at, 2));

    private static int Offset(byte[] image, int at) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(at, 8)));

    private static string Text(byte[] image, int at)
    {
        ReadOnlySpan<byte> rest = image.AsSpan(at);
        int end = rest.IndexOf((byte)0);
        return end < 0 ? throw new InvalidDataException() : Encoding.ASCII.GetString(rest[..end]);
    }

    private readonly record struct Section(int Start, int Length);

    private sealed record Sections(Section Strings, Section Symbols, Section Versions, Section Needs)
    {
        public static Sections Read(byte[] image)
        {
            // 64 bits, little-endian.
            if (!image.AsSpan(0, 6).SequenceEqual<byte>([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
                throw new InvalidDataException();
            int table = Offset(image, 0x28);
            int names = Offset(image, table + SectionHeaderSize * U16(image, 0x3E) + 0x18);
            var found = new Dictionary<string, Section>();
            for (int i = 0; i < U16(image, 0x3C); i++)
            {
                int header = table + SectionHeaderSize * i;
                found[Text(image, names + I32(image, header))] = new Section(Offset(image, header + 0x18), Offset(image, header + 0x20));
            }
            return new Sections(Get(".dynstr"), Get(".dynsym"), Get(".gnu.version"), Get(".gnu.version_r"));

            Section Get(string name) => found.TryGetValue(name, out Section section) ? section : throw new InvalidDataException();
        }
    }
}
