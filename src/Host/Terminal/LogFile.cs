using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes ML.NET's log to a file, line by line.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly StreamWriter _writer;
    private IOException? _fault;

    /// <exception cref="CommandException">The file cannot be written.</exception>
    public LogFile(string path)
    {
        _path = path;
        try
        {
            _writer = new StreamWriter(path, append: false) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"The log file {path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>What went wrong in writing, if anything did. A full disk must not end a training that needs none.</summary>
    public string? Fault => _fault is null ? null : $"The log file {_path} is incomplete: {_fault.Message}";

    public void Write(LoggingEventArgs line)
    {
        lock (_gate)
        {
            try
            {
                if (_fault is null)
                    _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.Now:yyyy-MM-ddTHH:mm:ss.fffzzz} {VisibleText.Clean(line.Message)}"));
            }
            catch (IOException e)
            {
                _fault = e;
            }
        }
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException e)
        {
            _fault = e;
        }
    }
}
