using System.CommandLine;
using System.CommandLine.Parsing;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Makes options whose values are read by our own parsers, so that every fault is told in a sentence that names the option.</summary>
internal static class ConsoleOption
{
    /// <param name="name">The option, for example <c>--epochs</c>.</param>
    /// <param name="valueName">What stands for the value in help; FILE or FOLDER where it is a path, which in a config file starts from that file's folder.</param>
    /// <param name="description">What it does, in a sentence or two.</param>
    /// <param name="parse">Reads the value; throws <see cref="FormatException"/> with a sentence.</param>
    /// <param name="separator">What stands between the items where the value is a list.</param>
    public static Option<T> Of<T>(string name, string valueName, string description, Func<string, T> parse, char separator = ',')
    {
        bool isSwitch = typeof(T) == typeof(bool) || typeof(T) == typeof(bool?);
        return new ListOption<T>(name, separator)
        {
            HelpName = valueName,
            Description = description,
            Arity = isSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, name, parse),
        };
    }

    public static Option<string?> Text(string name, string valueName, string description) => Of<string?>(name, valueName, description, text => text);

    private sealed class ListOption<T>(string name, char separator) : Option<T>(name), IListOption
    {
        public char Separator => separator;
    }

    private static T Read<T>(ArgumentResult result, string name, Func<string, T> parse)
    {
        string text = result.Tokens.Count == 0 ? bool.TrueString : result.Tokens[^1].Value;
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            result.AddError($"{name}: {e.Message}");
            return default!;
        }
    }
}
