namespace MLNet.LossExperiments.Host.Completion;

/// <summary>The shells that there is a completion script for.</summary>
internal enum Shell
{
    Bash,

    Zsh,

    Fish,

    Pwsh,
}
