namespace MLNet.LossExperiments.Host;

/// <summary>What the console tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The data or the training, not the command, is at fault.</summary>
    public const int Failure = 1;

    /// <summary>The command is not one that can be carried out.</summary>
    public const int Usage = 2;

    /// <summary>Ended by SIGINT or SIGTERM: 128 + 2, as shells have it.</summary>
    public const int Stopped = 130;
}
