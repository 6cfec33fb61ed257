using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>What every command is given.</summary>
/// <param name="Screen">The user.</param>
/// <param name="Log">The log file; null for none.</param>
/// <param name="Stop">Is cancelled when the user has had enough.</param>
internal sealed record CommandContext(Screen Screen, LogFile? Log, CancellationToken Stop);
