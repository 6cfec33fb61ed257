namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What the console left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
