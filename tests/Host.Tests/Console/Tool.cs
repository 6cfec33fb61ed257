using System.Diagnostics;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Runs the built console as a user would: as a process, its output piped.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private Tool(string home, string folder, string[] args, bool takesInput = false, params (string Name, string Value)[] environment)
        : this(Starting(home, folder, args, takesInput, environment))
    {
    }

    private Tool(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The folder of data sets in this repository.</summary>
    public static string Data { get; } = FindData();

    public static Tool Start(string folder, params string[] args) => new(AppContext.BaseDirectory, folder, args);

    public static ToolResult Run(string folder, params string[] args) => RunCopy(AppContext.BaseDirectory, folder, args);

    /// <summary>Runs a copy of the tool that lies elsewhere.</summary>
    public static ToolResult RunCopy(string home, string folder, params string[] args) => RunCopy(home, folder, [], args);

    /// <summary>Runs it with some variables in its environment.</summary>
    public static ToolResult Run(string folder, (string Name, string Value)[] environment, params string[] args) => RunCopy(AppContext.BaseDirectory, folder, environment, args);

    /// <summary>Runs a copy of the tool that lies elsewhere, with some variables in its environment.</summary>
    public static ToolResult RunCopy(string home, string folder, (string Name, string Value)[] environment, params string[] args)
    {
        using var tool = new Tool(home, folder, args, environment: environment);
        return tool.WaitForExit();
    }

    /// <summary>Starts it with a standard input that is written to by the test.</summary>
    public static Tool StartWithInput(string folder, params string[] args) => new(AppContext.BaseDirectory, folder, args, takesInput: true);

    public static ToolResult RunWithInput(string folder, string input, params string[] args)
    {
        using Tool tool = StartWithInput(folder, args);
        tool.Write(input);
        tool.EndInput();
        return tool.WaitForExit();
    }

    public void Write(string input)
    {
        _process.StandardInput.Write(input);
        _process.StandardInput.Flush();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits until a file of some name is loaded; everything that is then.</summary>
    public string WaitForMap(string name)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            string maps = File.ReadAllText($"/proc/{_process.Id}/maps");
            if (maps.Contains(name, StringComparison.Ordinal))
                return maps;
            Thread.Sleep(50);
        }
        throw new TimeoutException($"{name} is not loaded after {Patience}.");
    }

    /// <summary>Runs a script of the POSIX shell, in which <c>$tool</c> stands for the console.</summary>
    public static ToolResult Shell(string folder, string script)
    {
        using var tool = new Tool(new ProcessStartInfo("sh", ["-c", $"tool='dotnet exec {Path.Combine(AppContext.BaseDirectory, "mlnet-loss.dll")}'; {script}"]) { WorkingDirectory = folder });
        return tool.WaitForExit();
    }

    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public ToolResult WaitForExit()
    {
        if (!_process.WaitForExit(Patience))
            throw new TimeoutException($"mlnet-loss still runs after {Patience}.");
        return new ToolResult(_process.ExitCode, _output.Result, _error.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo Starting(string home, string folder, string[] args, bool takesInput, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(home, "mlnet-loss.dll"), .. args]) { WorkingDirectory = folder, RedirectStandardInput = takesInput };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static string FindData()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "data");
            if (File.Exists(Path.Combine(data, "boston.csv")))
                return data;
        }
        throw new DirectoryNotFoundException("There is no folder 'data' with boston.csv above the tests.");
    }
}
