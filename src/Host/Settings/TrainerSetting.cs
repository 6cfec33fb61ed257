using System.CommandLine;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>A console option that stands for one property of the trainers' options. Its default is the property's.</summary>
internal sealed class TrainerSetting
{
    private readonly Option<Func<MlpOptions, MlpOptions>> _option;
    private readonly Func<MlpOptions, string?> _show;

    private TrainerSetting(string property, Option<Func<MlpOptions, MlpOptions>> option, Func<MlpOptions, string?> show)
    {
        Property = property;
        _option = option;
        _show = show;
    }

    /// <summary>The name of the property.</summary>
    public string Property { get; }

    public Option Option => _option;

    /// <summary>How the option takes null; null where it does not.</summary>
    public string? NullText { get; init; }

    /// <summary>Whether it can be put into options only when it is known what is learned.</summary>
    public bool DependsOnTask { get; init; }

    /// <param name="property">The name of the property.</param>
    /// <param name="option">The option and what stands for its value in help, for example <c>--epochs N</c>.</param>
    /// <param name="description">What it does.</param>
    /// <param name="parse">Reads a value.</param>
    /// <param name="show">Writes the property as <paramref name="parse"/> reads it; null where it does not apply.</param>
    /// <param name="change">Puts a value into options.</param>
    /// <param name="nullText">How the option takes null; null where it does not.</param>
    /// <param name="dependsOnTask">Whether it can be put into options only when it is known what is learned.</param>
    public static TrainerSetting Of<T>(
        string property,
        (string Name, string ValueName) option,
        string description,
        Func<string, T> parse,
        Func<MlpOptions, string?> show,
        Func<MlpOptions, T, MlpOptions> change,
        string? nullText = null,
        bool dependsOnTask = false)
    {
        Option<Func<MlpOptions, MlpOptions>> changer = ConsoleOption.Of<Func<MlpOptions, MlpOptions>>(option.Name, option.ValueName, description, text =>
        {
            T value = parse(text);
            return options => change(options, value);
        });
        if (typeof(T) == typeof(bool))
            changer.Arity = ArgumentArity.ZeroOrOne;
        return new TrainerSetting(property, changer, show) { NullText = nullText, DependsOnTask = dependsOnTask };
    }

    /// <summary>The options with what the user gave.</summary>
    public MlpOptions Apply(ParseResult parse, MlpOptions options) => parse.GetValue(_option) is { } change ? change(options) : options;

    /// <summary>The property as the option takes it; null where it does not apply.</summary>
    public string? Show(MlpOptions options) => _show(options);

    /// <summary>What is wrong, in the console's words.</summary>
    public string Explain(OptionFault fault) =>
        $"{_option.Name} {(NullText is null ? fault.Message : fault.Message.Replace("null", NullText, StringComparison.Ordinal))}";
}
