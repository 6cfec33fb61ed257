using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>A newcomer finds a thing by guessing its file's name, and can read the file in one go.</summary>
public sealed partial class HabitTests
{
    private const int MostLines = 300;

    /// <summary>Files without a type.</summary>
    private static readonly string[] Typeless = ["src/Host/Program.cs", "src/Transforms/Interop/LoadableModels.cs"];

    [Fact]
    public void Lines_OfAnyFile_AreAtMostThreeHundred() =>
        Findings.AssertNone(SourceFile.All.Where(file => file.Text.AsSpan().Count('\n') > MostLines).Select(file => $"{file} has more than {MostLines} lines"));

    [Fact]
    public void Names_OfFilesAndTypes_SayWhatTheyAre() =>
        Findings.AssertNone(SourceFile.All.SelectMany(file => file.Types.Append(file.Name).Append(file.Folder).Where(name => SaysNothing().IsMatch(name)).Select(name => $"{file}: {name}")));

    [Theory]
    [InlineData("TensorUtils", true)]
    [InlineData("LossHelper", true)]
    [InlineData("Common", true)]
    [InlineData("FitManager", true)]
    [InlineData("LossCatalog", false)]
    public void SaysNothing_Name_IsRecognised(string name, bool isEmpty) => Assert.Equal(isEmpty, SaysNothing().IsMatch(name));

    [Fact]
    public void TopLevelTypes_EachFile_IsOneNamedAsTheFile()
    {
        foreach (SourceFile file in SourceFile.All.Where(file => !Typeless.Contains(file.Path) && !IsOneLoss(file)))
            Assert.True(file.TopLevelTypes is [string only] && only == file.Name, $"{file} should hold one type, {file.Name}, and holds {string.Join(", ", file.TopLevelTypes)}.");
    }

    [Fact]
    public void Types_FileOfALoss_IsTheLossInItsTask()
    {
        SourceFile[] losses = [.. SourceFile.All.Where(IsOneLoss)];
        Assert.NotEmpty(losses);
        foreach (SourceFile file in losses)
        {
            string task = $"{file.Path.Split('/')[^2]}Loss";
            Assert.Equal([task], file.TopLevelTypes);
            Assert.True(file.Types.Contains($"{file.Name}Loss"), $"{file} should hold {task}.{file.Name}Loss, and holds {string.Join(", ", file.Types)}.");
        }
    }

    [Theory]
    [InlineData("public sealed record A(int B);", "A")]
    [InlineData("internal readonly record struct A<T>(T B)\n{\n}", "A")]
    [InlineData("public abstract partial class A : B\n{\n    private class C;\n}\ninternal enum D\n{\n}", "A D")]
    [InlineData("public delegate void A<T>(T b);", "A")]
    [InlineData("public delegate Task<B> A(B b);", "A")]
    [InlineData("[Flags]\ninternal static unsafe class A\n{\n}", "A")]
    public void TopLevelTypes_KindsOfTypes_AreFound(string text, string names) =>
        Assert.Equal(names, string.Join(' ', new SourceFile("src/Host/A.cs", text).TopLevelTypes));

    [Fact]
    public void Folders_AnyFile_AreAtMostTwoDeep() =>
        Findings.AssertNone(SourceFile.All.Where(file => file.Path.Split('/').Length > 5).Select(file => file.Path));

    private static bool IsOneLoss(SourceFile file) => file.Folder == "Losses" && file.IsInSubfolder;

    [GeneratedRegex("Util(s|ity|ities)|Helper|Common|Manager")]
    private static partial Regex SaysNothing();
}
