using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>A C# file in src/.</summary>
/// <param name="Path">From the root of the repository, with slashes: src/Trainers/Losses/Binary/CrossEntropy.cs.</param>
/// <param name="Text">All of it.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private readonly string[] _parts = Path.Split('/');

    public static IReadOnlyList<SourceFile> All { get; } = ReadAll();

    /// <summary>Transforms, Trainers ...</summary>
    public string Project => _parts[1];

    /// <summary>The folder in the project, the first of several: Losses; empty for files at its root.</summary>
    public string Folder => _parts.Length > 3 ? _parts[2] : "";

    /// <summary>Whether it lies two folders deep, as src/Trainers/Losses/Binary does.</summary>
    public bool IsInSubfolder => _parts.Length > 4;

    /// <summary>The file's name without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The text without comments.</summary>
    public string Code { get; } = Comment().Replace(Text, "");

    public string? Namespace => NamespaceDeclaration().Match(Code) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The names of its types that are not nested, by the habit that those alone start a line.</summary>
    public IReadOnlyList<string> TopLevelTypes => [.. TopLevelType().Matches(Code).Select(match => match.Groups["name"].Value)];

    /// <summary>The names of all its types.</summary>
    public IReadOnlyList<string> Types => [.. AnyType().Matches(Code).Select(match => match.Groups["name"].Value)];

    public override string ToString() => Path;

    private static SourceFile[] ReadAll()
    {
        string root = RepositoryRoot.Path;
        return [.. Directory.EnumerateFiles(System.IO.Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => path.Split('/')[2] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(root, path))))];
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^(?:[a-z]+ )*(?:(?:class|struct|record|interface|enum) (?<name>[A-Z]\w*)|delegate [^\n(]*?\b(?<name>[A-Z]\w*)(?:<[^>(]*>)?\()", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^[ ]*(?:[a-z]+ )*(?:class|struct|record|interface|enum) (?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex AnyType();
}
