namespace MLNet.LossExperiments.Host;

/// <summary>A command cannot be carried out, for a reason that its user can mend. Each sentence says what is wrong and what to do.</summary>
internal sealed class CommandException : Exception
{
    private CommandException(int exitCode, IReadOnlyList<string> sentences, Exception? inner)
        : base(string.Join(Environment.NewLine, sentences), inner)
    {
        ExitCode = exitCode;
        Sentences = sentences;
    }

    public int ExitCode { get; }

    public IReadOnlyList<string> Sentences { get; }

    /// <summary>The command line asks for something that there is not.</summary>
    public static CommandException Usage(params IReadOnlyList<string> sentences) => new(Host.ExitCode.Usage, sentences, null);

    /// <summary>The command line is right, but a file, the data or the training is not.</summary>
    public static CommandException Failure(string sentence, Exception? inner = null) => new(Host.ExitCode.Failure, [sentence], inner);
}
