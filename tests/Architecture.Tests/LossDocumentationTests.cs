using System.Text.RegularExpressions;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The documents say of losses what the losses say of themselves.</summary>
public sealed class LossDocumentationTests
{
    private static readonly Dictionary<string, LabelDomain> LabelWords = new()
    {
        ["any"] = LabelDomain.AnyNumber,
        ["not 0"] = LabelDomain.NonZero,
        ["≥ 0"] = LabelDomain.NonNegative,
        ["> 0"] = LabelDomain.Positive,
    };

    private static readonly Dictionary<string, Link> LinkWords = new()
    {
        ["identity"] = Link.Identity,
        ["eˣ"] = Link.Exponential,
        ["sorted quantiles"] = Link.Quantiles,
        ["mean and log variance"] = Link.MeanAndLogVariance,
        ["median and log scale"] = Link.MedianAndLogScale,
    };

    [Fact]
    public void RegressionTable_OfLossesDocument_SaysWhatTheLossesSay()
    {
        string[][] rows = Rows("Regression");
        Assert.Equal(LossCatalog.Regression.Entries.Select(entry => $"`{entry.Name}`"), rows.Select(row => row[0]));
        foreach ((RegressionLoss loss, string[] row) in LossCatalog.Regression.Entries.Select(entry => entry.Create()).Zip(rows))
        {
            Assert.Equal(loss.Labels, LabelWords[row[1]]);
            Assert.Equal(loss.Link, LinkWords[row[2]]);
            Assert.Equal(loss.Description!.MinimisedBy, row[3]);
        }
    }

    [Fact]
    public void BinaryTable_OfLossesDocument_SaysWhatTheLossesSay() =>
        AssertClassification("Binary", [.. LossCatalog.Binary.Entries.Select(entry => entry.Create()).Select(loss => (loss.Name, loss.Description!, loss.GivesProbabilities))], LossCatalog.Binary.Entries.Select(entry => entry.Name));

    [Fact]
    public void MulticlassTable_OfLossesDocument_SaysWhatTheLossesSay() =>
        AssertClassification("Multiclass", [.. LossCatalog.Multiclass.Entries.Select(entry => entry.Create()).Select(loss => (loss.Name, loss.Description!, loss.GivesProbabilities))], LossCatalog.Multiclass.Entries.Select(entry => entry.Name));

    [Fact]
    public void Table_OfReadme_NamesTheMethodsThatTheLossesName()
    {
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        IEnumerable<string> methods = Regex.Matches(readme, @"^\| (?:regression|binary|multiclass) \| `[^`]+` \| `(\w+\.\w+)\(", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        IEnumerable<Loss> losses = [.. LossCatalog.Regression.Entries.Select(entry => entry.Create()), .. LossCatalog.Binary.Entries.Select(entry => entry.Create()), .. LossCatalog.Multiclass.Entries.Select(entry => entry.Create())];
        Assert.Equal(losses.Select(loss => loss.Description!.CSharp.Split('(')[0]), methods);
    }

    private static void AssertClassification(string title, (string Loss, LossDescription Description, bool GivesProbabilities)[] losses, IEnumerable<string> names)
    {
        string[][] rows = Rows(title);
        Assert.Equal(names.Select(name => $"`{name}`"), rows.Select(row => row[0]));
        foreach (((string Loss, LossDescription Description, bool GivesProbabilities) loss, string[] row) in losses.Zip(rows))
        {
            Assert.Equal(loss.Description.MinimisedBy, row[1]);
            Assert.True(row[2].StartsWith("yes", StringComparison.Ordinal) == loss.GivesProbabilities, $"{loss.Loss}: {row[2]}");
        }
    }

    /// <summary>The cells of the table below a heading of docs/losses.md, without its head.</summary>
    private static string[][] Rows(string title)
    {
        string section = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "losses.md")).Split($"## {title}\n")[1].Split("\n## ")[0];
        return [.. Regex.Matches(section, @"^\| (.+) \|$", RegexOptions.Multiline).Skip(1).Select(match => match.Groups[1].Value.Replace(@"\|", "¦", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells[0].StartsWith('`'))];
    }
}
