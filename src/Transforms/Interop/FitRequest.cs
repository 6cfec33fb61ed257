using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>What ML.NET asks of a trainer when it fits: the rows, and the ways to talk back to the host.</summary>
internal sealed class FitRequest(IHost host, IChannel channel, FitRows training, FitRows? validation)
{
    public FitRows Training => training;

    public FitRows? Validation => validation;

    /// <summary>A fitted model to start from; null to start anew.</summary>
    public ModelContent? Initial { get; init; }

    /// <summary>Writes to <c>MLContext.Log</c>.</summary>
    public void Info(string message) => channel.Info(MessageSensitivity.Schema, message);

    /// <inheritdoc cref="Info"/>
    public void Warn(string message) => channel.Warning(MessageSensitivity.Schema, message);

    public IProgressChannel StartProgress(string name) => host.StartProgressChannel(name);

    /// <exception cref="OperationCanceledException">The host was asked to stop.</exception>
    public void CheckAlive() => host.CheckAlive();
}
