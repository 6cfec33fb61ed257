using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>
/// The file that keeps finished cells, a line of JSON each, after a line that says of which comparison they are. Each line is written at once, so that whatever interrupts the program costs at most the line that
/// it was writing.
/// </summary>
internal sealed class FinishedCells : IExperimentObserver, IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly FileStream _file;

    private FinishedCells(FileStream file, IReadOnlyList<ExperimentCell> cells)
    {
        _file = file;
        Cells = cells;
    }

    /// <summary>The cells that were there.</summary>
    public IReadOnlyList<ExperimentCell> Cells { get; }

    /// <summary>Opens the file to go on with it, or makes a new one where it is of another comparison.</summary>
    /// <param name="path">The file.</param>
    /// <param name="comparison">What the cells depend on.</param>
    /// <param name="isFresh">Whether to start anew in any case.</param>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public static FinishedCells Open(string path, string comparison, bool isFresh)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            string header = HeaderOf(comparison);
            List<ExperimentCell> cells = [];
            long end = 0;
            if (!isFresh)
                end = Read(file, header, cells);
            // What follows the last whole line is a line that was cut off.
            file.SetLength(end);
            file.Position = end;
            var opened = new FinishedCells(file, cells);
            if (end == 0)
                opened.WriteLine(header);
            return opened;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Whether a file is there that holds cells of a comparison.</summary>
    /// <param name="path">The file.</param>
    /// <param name="comparison">What the cells depend on.</param>
    public static bool IsOf(string path, string comparison)
    {
        try
        {
            return File.Exists(path) && File.ReadLines(path).FirstOrDefault() == HeaderOf(comparison);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void CellFinished(ExperimentCell cell) => WriteLine(JsonSerializer.Serialize(cell, Format));

    public void Dispose() => _file.Dispose();

    private static string HeaderOf(string comparison) => JsonSerializer.Serialize(new { comparison }, Format);

    // Gives the length of what can be kept.
    private static long Read(FileStream file, string header, List<ExperimentCell> cells)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int start = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            string line = Encoding.UTF8.GetString(bytes, start, end - start);
            if (start == 0)
            {
                if (line != header)
                    return 0;
            }
            else if (TryParse(line) is { } cell)
            {
                cells.Add(cell);
            }
            else
            {
                break;
            }
            start = end + 1;
        }
        return start;
    }

    private static ExperimentCell? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ExperimentCell>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void WriteLine(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush();
    }
}
