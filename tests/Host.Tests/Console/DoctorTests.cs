using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_HealthyMachine_TrainsAndExitsWith0()
    {
        ToolResult result = Tool.Run(_folder.Path, "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^ok +libtorch +Version 2\.\d+\.\d+", result.Output);
        Assert.Matches(@"(?m)^ok +Training ", result.Output);
        Assert.DoesNotMatch(@"(?m)^fail", result.Output);
        Assert.Empty(result.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_Json_IsOneDocumentThatNamesNoUser()
    {
        string home = _folder.PathOf("ann-the-user");
        Directory.CreateDirectory(home);
        ToolResult result = Tool.Run(_folder.Path, [("HOME", home), ("XDG_CACHE_HOME", ""), ("USERPROFILE", home)], "doctor", "--json");

        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.True(root.GetProperty("canTrain").GetBoolean());
        Assert.True(root.GetProperty("devices").GetProperty("cpu").GetBoolean());
        Assert.Equal("0.107.0", root.GetProperty("versions").GetProperty("TorchSharp").GetString());
        if (OperatingSystem.IsLinux())
            Assert.Equal("~/.cache/mlnet-loss-experiments/native", root.GetProperty("libTorch").GetProperty("copiesFolder").GetString());
        Assert.DoesNotContain("ann-the-user", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoLibTorch_SaysSoAndExitsWith1()
    {
        string tool = CopyToolWithoutLibTorch();

        // Or TorchSharp would take its library from the developer's package cache, which a user does not have.
        ToolResult result = Tool.RunCopy(tool, _folder.Path, [("NUGET_PACKAGES", _folder.PathOf("no-packages"))], "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"(?m)^fail +libtorch ", result.Output);
        Assert.Contains("To do: Install the tool anew", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^fail +Training ", result.Output);
        Assert.StartsWith("Training does not work here.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoLibTorchAndJson_IsOneDocumentAllTheSame()
    {
        ToolResult result = Tool.RunCopy(CopyToolWithoutLibTorch(), _folder.Path, [("NUGET_PACKAGES", _folder.PathOf("no-packages"))], "doctor", "--json");

        Assert.Equal(1, result.ExitCode);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        Assert.False(document.RootElement.GetProperty("canTrain").GetBoolean());
    }

    [Fact]
    public void Run_NoPlaceForTheRelaxedCopy_WarnsWhereOneIsNeeded()
    {
        // A file, in which no folder can be made.
        string file = _folder.Write("cache", "");
        using JsonDocument usual = JsonDocument.Parse(Tool.Run(_folder.Path, "doctor", "--json").Output);
        bool isNeeded = usual.RootElement.GetProperty("libTorch").GetProperty("isRelaxedCopy").GetBoolean();

        ToolResult result = Tool.Run(_folder.Path, [("XDG_CACHE_HOME", file)], "doctor");

        Assert.Equal(0, result.ExitCode);
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Matches($"(?m)^{(isNeeded ? "warn" : "ok")} +C\\+\\+ runtime ", result.Output);
        Assert.Equal(isNeeded, result.Output.Contains("XDG_CACHE_HOME", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C.UTF-8", "ok")]
    [InlineData("de_DE.utf8", "ok")]
    [InlineData("C", "warn")]
    [InlineData("", "warn")]
    public void Run_Locale_TellsWhetherUtf8IsExpected(string locale, string status)
    {
        if (OperatingSystem.IsWindows())
            return;
        ToolResult result = Tool.Run(_folder.Path, [("LC_ALL", locale), ("LC_CTYPE", ""), ("LANG", "")], "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches($"(?m)^{status} +Terminal ", result.Output);
    }

    [Theory]
    [InlineData("regression", "--label-col", "MEDV", "--json")]
    [InlineData("compare", "--label-col", "MEDV", "--json")]
    public void Training_NoLibTorch_LeavesStandardOutputEmptyAndWritesNothing(string command, params string[] options)
    {
        string tool = CopyToolWithoutLibTorch();

        ToolResult result = Tool.RunCopy(tool, _folder.Path, [("NUGET_PACKAGES", _folder.PathOf("no-packages"))], [command, "--dataset", Path.Combine(Tool.Data, "boston.csv"), .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("which training needs", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("report", result.Error, StringComparison.Ordinal);
        Assert.Equal([tool], Directory.GetFileSystemEntries(_folder.Path));
    }

    private string CopyToolWithoutLibTorch()
    {
        string copy = _folder.PathOf("tool");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json" && Path.GetFileName(file) is not ("torch_cpu.dll" or "LibTorchSharp.dll")))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
