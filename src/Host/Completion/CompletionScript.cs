using System.Reflection;

namespace MLNet.LossExperiments.Host.Completion;

/// <summary>What a shell runs to complete command lines of the tool. It asks the tool itself, by the directive <c>[suggest]</c>, so that nothing is told twice.</summary>
internal static class CompletionScript
{
    public static string For(Shell shell)
    {
        using Stream script = Assembly.GetExecutingAssembly().GetManifestResourceStream($"completion.{shell.ToString().ToLowerInvariant()}")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().TrimEnd();
    }
}
