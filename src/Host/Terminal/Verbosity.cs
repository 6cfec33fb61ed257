namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>How much is said on standard error.</summary>
internal enum Verbosity
{
    /// <summary>Errors.</summary>
    Quiet,

    /// <summary>Notes, warnings and progress too.</summary>
    Minimal,

    /// <summary>ML.NET's log, every epoch in it, and after an error the stack trace too.</summary>
    Diagnostic,
}
