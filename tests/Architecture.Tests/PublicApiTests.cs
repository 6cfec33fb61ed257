using System.Reflection;
using PublicApiGenerator;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>The public API is what PublicApi/ says, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    private const string UpdateVariable = "UPDATE_PUBLIC_API";

    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    public static TheoryData<string> Assemblies => ["MLNet.LossExperiments.Transforms", "MLNet.LossExperiments.Trainers", "MLNet.LossExperiments.Reports"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_Assembly_IsTheReviewedOne(string assembly)
    {
        string path = $"tests/Architecture.Tests/PublicApi/{assembly}.txt";
        string file = Path.Combine(RepositoryRoot.Path, path);
        string actual = Assembly.Load(assembly).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(file, actual);
        string reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(reviewed == actual, $"The public API of {assembly} is not that in {path}:\n{Difference(reviewed, actual)}\nIf that is meant, run this test again with {UpdateVariable}=1 and commit the file.");
    }

    [Fact]
    public void Difference_LinesGoneAndNew_AreMarked() =>
        Assert.Equal("- b\n+ c\n+ d", Difference("a\nb\ne\n", "a\nc\nd\ne\n"));

    /// <summary>The lines that only one of the texts has, in the order of a shortest edit.</summary>
    private static string Difference(string before, string after)
    {
        string[] old = before.Split('\n'), now = after.Split('\n');
        var common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var lines = new List<string>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
                (i, j) = (i + 1, j + 1);
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
                lines.Add($"- {old[i++]}");
            else
                lines.Add($"+ {now[j++]}");
        }
        return string.Join('\n', lines);
    }
}
