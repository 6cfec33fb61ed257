namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Opens a file as the table that it is: what it holds decides, not its name.</summary>
internal static class TableSources
{
    private const int BeginningLength = 1 << 16;

    private static readonly string[] SeparatedExtensions = [".csv", ".tsv", ".tab"];

    /// <summary>Opens a file that is read several times.</summary>
    /// <param name="path">The file; <c>-</c> for standard input, which is kept in a temporary file.</param>
    /// <param name="said">What the user says of it.</param>
    /// <exception cref="CommandException">It is not there, or is no table.</exception>
    public static TableSource Open(string path, ReadingOptions said) => Open(InputFile.Of(path), said);

    /// <summary>Opens a file whose rows are read once.</summary>
    /// <param name="path">The file; <c>-</c> for standard input, of which nothing is kept.</param>
    /// <param name="said">What the user says of it.</param>
    /// <exception cref="CommandException">It is not there, or is no table.</exception>
    public static TableSource OpenOnce(string path, ReadingOptions said) => Open(InputFile.ReadOnce(path), said);

    private static TableSource Open(InputFile file, ReadingOptions said)
    {
        byte[] beginning = ReadBeginning(file);
        TableSource source = beginning switch
        {
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => ParquetSource.Open(file, said),
            [0, 0, >= 0x08 and <= 0x0E, >= 1 and <= 4, ..] => IdxSource.Open(file.Kept(), said),
            _ when IsJson(file, beginning) => JsonLinesSource.Open(file, said),
            _ => CsvSource.Open(file, beginning, said),
        };
        source.ExactClasses = said.ExactClasses;
        return source;
    }

    private static byte[] ReadBeginning(InputFile file)
    {
        try
        {
            using Stream stream = file.Open();
            var bytes = new byte[BeginningLength];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{file.Path} cannot be read: {e.Message}", e);
        }
    }

    private static bool IsJson(InputFile file, ReadOnlySpan<byte> beginning)
    {
        ReadOnlySpan<byte> text = beginning.StartsWith([(byte)0xEF, (byte)0xBB, (byte)0xBF]) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        string unpacked = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Name[..^3] : file.Name;
        return text is [(byte)'{' or (byte)'[', ..] && !SeparatedExtensions.Contains(Path.GetExtension(unpacked), StringComparer.OrdinalIgnoreCase);
    }
}
