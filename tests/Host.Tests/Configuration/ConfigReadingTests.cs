using MLNet.LossExperiments.Host.Configuration;

namespace MLNet.LossExperiments.Host.Tests.Configuration;

public sealed class ConfigReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.json", "{\n  // comment\n  \"epochs\": 5,\n  \"hidden\": [64, 32],\n  \"batch-norm\": true,\n  \"label-col\": \"d\u00e9j\u00e0\", \"loss\": null,\n}")]
    [InlineData("a.yaml", "# comment\n\nepochs: 5\nhidden: [64, 32]\n'batch-norm': true\nlabel-col: d\u00e9j\u00e0\nloss:\n")]
    [InlineData("a.yml", "---\nepochs: 5\nhidden:\n  - 64\n  - 32\nbatch-norm: true\n\"label-col\": \"d\u00e9j\u00e0\"\nloss: ~\n...\n")]
    public void Load_EitherFormat_GivesTheSameValues(string name, string text)
    {
        ConfigFile file = ConfigFile.Load(_folder.Write(name, text));

        Assert.Equal(["epochs", "hidden", "batch-norm", "label-col", "loss"], file.Options.Select(entry => entry.Key));
        Assert.Equal(["5", "64 32", "true", "d\u00e9j\u00e0", "nothing"], file.Options.Select(entry => Show(entry.Value)));
        Assert.Null(file.Command);
    }

    [Theory]
    [InlineData("a.json", "{\n  \"\u00e9\": 1, \"b\":\n    2 }", "1,1 2,3 2,11 3,5")]
    [InlineData("a.yaml", "\u00e9: 1\nb:\n    2\n", "1,1 1,1 2,1 3,5")]
    public void Load_Places_CountFromOne(string name, string text, string expected)
    {
        ConfigFile file = ConfigFile.Load(_folder.Write(name, text));
        ConfigEntry first = file.Options[0], second = file.Options[1];

        Assert.Equal(expected, $"{file.Root.Line},{file.Root.Column} {first.Line},{first.Column} {second.Line},{second.Column} {second.Value.Line},{second.Value.Column}");
    }

    [Theory]
    [InlineData("a.json", "", "a.json, line 1, column 1: this is no JSON.")]
    [InlineData("a.json", "{\n  \"epochs\": 5\n  \"seed\": 1\n}", "a.json, line 3, column 3: this is no JSON.")]
    [InlineData("a.json", "{\"epochs\": 5, \"epochs\": 6}", "a.json, line 1, column 15: 'epochs' is given twice, first in line 1.")]
    [InlineData("a.json", "[1, 2]", "a.json, line 1, column 1: the file holds a list, but must hold names of options with their values")]
    [InlineData("a.json", "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]", "this is no JSON.")]
    [InlineData("a.yaml", "", "a.yaml, line 1, column 1: the file holds nothing, but must hold names of options with their values")]
    [InlineData("a.yaml", "epochs: 5\n bad: [1\n", "a.yaml, line 2, column ")]
    [InlineData("a.yaml", "epochs: 5\nepochs: 6\n", "a.yaml, line 2, column 1: 'epochs' is given twice, first in line 1.")]
    [InlineData("a.yaml", "epochs: &n 5\nseed: *n\n", "a.yaml, line 2, column 7: a reference to another place (*name) is not understood here.")]
    [InlineData("a.yaml", "? [a, b]\n: 1\n", "a.yaml, line 1, column 3: the name of an option was expected, but here is a list.")]
    [InlineData("a.yaml", "a: 1\n---\nb: 2\n", "a second document begins. A config file holds one.")]
    [InlineData("a.yaml", "a: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n", "lists and groups lie more than 16 deep within one another.")]
    [InlineData("a.toml", "epochs = 5", "the ending .toml does not say how the file is written. Allowed are .json, .yaml and .yml.")]
    [InlineData("config", "epochs: 5", "a name without an ending does not say how the file is written.")]
    [InlineData("a.json", "{\"schemaVersion\": 9, \"options\": {}}", "a.json, line 1, column 2: the file was written by a newer mlnet-loss: its schema has version 9")]
    [InlineData("a.json", "{\"options\": {}, \"version\": {}}", "a.json, line 1, column 17: beside 'options' there is no 'version'. Did you mean versions?")]
    [InlineData("a.yaml", "command: [a]\n", "a.yaml, line 1, column 1: 'command' must be the name of a command.")]
    public void Load_FileThatDoesNotServe_SaysWhereAndWhy(string name, string text, string expected)
    {
        string path = _folder.Write(name, text);

        var fault = Assert.Throws<CommandException>(() => ConfigFile.Load(path));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, fault.ExitCode);
    }

    [Fact]
    public void Load_NoFile_SaysSo()
    {
        var fault = Assert.Throws<CommandException>(() => ConfigFile.Load(_folder.PathOf("no.yaml")));

        Assert.Equal($"There is no config file {_folder.PathOf("no.yaml")}.", fault.Message);
        Assert.Equal(1, fault.ExitCode);
    }

    private static string Show(ConfigNode node) => node switch
    {
        ConfigNode.Scalar scalar => scalar.Text,
        ConfigNode.Sequence list => string.Join(' ', list.Items.Select(Show)),
        _ => node.Kind,
    };
}
