using System.IO.Compression;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A file to read, or standard input; what is packed by gzip is unpacked on the way.</summary>
internal sealed class InputFile
{
    private const string StandardInput = "-";
    private const string StandardInputName = "standard input";

    private readonly ReplayedStream? _once;
    private readonly FileStream? _holder;
    private Func<long> _bytesRead = () => 0;

    private InputFile(string path, string name, ReplayedStream? once = null, FileStream? holder = null)
    {
        Path = path;
        Name = name;
        _once = once;
        _holder = holder;
    }

    /// <summary>The path, for messages.</summary>
    public string Path { get; }

    /// <summary>The name without its folder, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether it can be read from its beginning but once, apart from a look at that beginning.</summary>
    public bool IsReadOnce => _once is not null;

    /// <summary>A file that can be opened again and again. Standard input is kept in a temporary file.</summary>
    /// <exception cref="CommandException">It is not there, or cannot be read.</exception>
    public static InputFile Of(string path) => path == StandardInput ? Keep(Console.OpenStandardInput()) : new InputFile(Check(path), System.IO.Path.GetFileName(path));

    /// <summary>A file that is read once; standard input is not kept.</summary>
    /// <exception cref="CommandException">It is not there, or cannot be read.</exception>
    public static InputFile ReadOnce(string path) => path == StandardInput ? new InputFile(StandardInputName, StandardInputName, new ReplayedStream(Console.OpenStandardInput())) : Of(path);

    /// <summary>How many bytes of it have been read since it was last opened.</summary>
    public long BytesRead => _bytesRead();

    /// <summary>How many bytes it has, as it lies there; null where nobody knows.</summary>
    public long? Length => IsReadOnce ? null : new FileInfo(Path).Length;

    /// <summary>Opens it, unpacked.</summary>
    public Stream Open()
    {
        Stream stream = OpenRaw();
        bool isPacked = (stream.ReadByte(), stream.ReadByte()) == (0x1F, 0x8B);
        stream.Position = 0;
        return isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>The same as a file that can be opened again and again, and sought in.</summary>
    public InputFile Kept() => _once is null ? this : Keep(OpenRaw());


    /// <summary>Opens it as it is.</summary>
    public Stream OpenRaw()
    {
        if (_once is not null)
        {
            _once.Position = 0;
            return _once;
        }
        try
        {
            var file = new FileStream(Path, new FileStreamOptions { Access = FileAccess.Read, Mode = FileMode.Open, Share = FileShare.ReadWrite, BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
            _bytesRead = () => file.CanSeek ? file.Position : 0;
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{Path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Makes sure that a file is there.</summary>
    /// <exception cref="CommandException">It is not, or is a folder.</exception>
    public static void CheckIsThere(string path)
    {
        if (path != StandardInput)
            Check(path);
    }

    private static string Check(string path)
    {
        if (Directory.Exists(path))
            throw CommandException.Failure($"{path} is a folder, but must be a file.");
        return File.Exists(path) ? path : throw CommandException.Failure($"There is no file {path}.");
    }

    private static InputFile Keep(Stream stream)
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mlnet-loss-{Guid.NewGuid():N}");
        // Gone with the process; as long as this one is open, others can be. What comes through a pipe may be for its owner's eyes alone.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 1 << 16, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Unix deletes a file when it is closed, not when the process ends.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => file.Dispose();
        stream.CopyTo(file);
        file.Flush();
        return new InputFile(path, StandardInputName, holder: file);
    }
}
