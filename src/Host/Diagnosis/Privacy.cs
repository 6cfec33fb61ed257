using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>Takes a user's name out of paths, so that a text may be shown to others.</summary>
/// <param name="home">The user's own folder.</param>
/// <param name="user">The user's name.</param>
internal sealed class Privacy(string home, string user)
{
    private readonly string _home = home.TrimEnd('/', '\\');

    public static Privacy OfThisUser => new(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), Environment.UserName);

    /// <summary>The text with ~ for the user's folder, and for the user's name where it is a part of another path.</summary>
    public string Hide(string text)
    {
        string hidden = _home.Length == 0 ? text : Replace(text, $@"(?<![\w.~/\\-]){Regex.Escape(_home)}(?=$|[/\\\s'"":;,.)])");
        return user.Length == 0 ? hidden : Replace(hidden, $@"(?<=[/\\]){Regex.Escape(user)}(?=$|[/\\\s'"":;,.)])");
    }

    private static string Replace(string text, string pattern) => Regex.Replace(text, pattern, "~", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
