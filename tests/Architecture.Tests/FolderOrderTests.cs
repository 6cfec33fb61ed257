using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Architecture.Tests;

/// <summary>
/// The order of the folders inside a project, each knowing only earlier ones; files at the root come last and know all. Options, exceptions and the like at the root of
/// Trainers are vocabulary that everyone may use; its trainers and catalog are not. Types of a parent namespace need no using, so what is read is usings and qualified names.
/// </summary>
public sealed partial class FolderOrderTests
{
    private const string Product = "MLNet.LossExperiments";

    private static readonly string[] TransformsOrder = ["Models", "Measures", "Scoring", "Persistence", "Export", "Interop"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Transforms/Models"] = [],
        ["Transforms/Measures"] = [],
        ["Transforms/Scoring"] = ["Models"],
        ["Transforms/Persistence"] = ["Models", "Scoring"],
        ["Transforms/Export"] = ["Models", "Scoring", "Persistence"],
        ["Transforms/Interop"] = ["Models", "Measures", "Scoring", "Persistence", "Export"],
        ["Transforms/Features"] = [.. TransformsOrder],
        ["Trainers/Native"] = [],
        ["Trainers/Splits"] = [.. TransformsOrder, "Simd"],
        ["Trainers/Data"] = [.. TransformsOrder, "Features", "Native", "Simd", "Splits"],
        ["Trainers/Catalogs"] = [],
        ["Trainers/Losses"] = [.. TransformsOrder, "Native", "Data", "Catalogs"],
        ["Trainers/Curves"] = [.. TransformsOrder, "Native", "Losses"],
        ["Trainers/Simd"] = [.. TransformsOrder],
        ["Trainers/Network"] = [.. TransformsOrder, "Native", "Simd", "Data", "Losses"],
        ["Trainers/Optimizers"] = [.. TransformsOrder, "Native", "Data", "Catalogs", "Losses", "Network"],
        ["Trainers/Metrics"] = [.. TransformsOrder, "Native", "Catalogs", "Losses"],
        ["Trainers/Checkpoints"] = [.. TransformsOrder, "Native"],
        ["Trainers/Observers"] = [.. TransformsOrder],
        ["Trainers/Schedules"] = [.. TransformsOrder, "Native", "Data", "Catalogs", "Losses", "Network", "Optimizers"],
        ["Trainers/Tuning"] = ["Optimizers", "Schedules"],
        ["Trainers/Training"] = [.. TransformsOrder, "Splits", "Data", "Catalogs", "Metrics", "Checkpoints", "Losses", "Network", "Optimizers", "Schedules", "Native"],
        ["Trainers/Statistics"] = [],
        ["Trainers/Experiments"] = [.. TransformsOrder, "Native", "Simd", "Splits", "Data", "Losses", "Metrics", "Network", "Training", "Statistics"],
    };

    /// <summary>Files whose namespace is not that of their folder, with the reason.</summary>
    private static readonly Dictionary<string, string?> OtherNamespaces = new()
    {
        ["src/Trainers/MlpCatalog.cs"] = "Microsoft.ML", // Extension methods are found there.
        ["src/Transforms/Features/DateFeaturesCatalog.cs"] = "Microsoft.ML", // As above.
        ["src/Transforms/ModelExportCatalog.cs"] = "Microsoft.ML", // As above.
        ["src/Transforms/Interop/IgnoresAccessChecksToAttribute.cs"] = "System.Runtime.CompilerServices", // The CLR looks for that name.
        ["src/Transforms/Interop/LoadableModels.cs"] = null, // Attributes of the assembly only.
    };

    private static IEnumerable<SourceFile> InFolders(params string[] projects) => SourceFile.All.Where(file => file.Folder.Length > 0 && projects.Contains(file.Project));

    private static ILookup<string, string> TypesByFolder { get; } =
        InFolders("Transforms", "Trainers").SelectMany(file => file.Types.Select(type => (file.Folder, type))).ToLookup(pair => pair.Folder, pair => pair.type);

    private static IEnumerable<string> FoldersUsedBy(SourceFile file)
    {
        IEnumerable<string> full = FullName().Matches(file.Code).Select(match => match.Groups["folder"].Value);
        IEnumerable<string> relative = RelativeName().Matches(file.Code)
            .Where(match => TypesByFolder[match.Groups["folder"].Value].Contains(match.Groups["type"].Value))
            .Select(match => match.Groups["folder"].Value);
        return full.Concat(relative).Where(folder => folder != file.Folder).Distinct();
    }

    [Fact]
    public void FoldersUsedBy_EachFile_ComeBeforeItsOwn()
    {
        int uses = 0;
        foreach (SourceFile file in InFolders("Transforms", "Trainers"))
        {
            string folder = $"{file.Project}/{file.Folder}";
            Assert.True(MayUse.TryGetValue(folder, out string[]? allowed), $"Say in {nameof(FolderOrderTests)} where {folder} stands in the order.");
            foreach (string used in FoldersUsedBy(file).Where(TypesByFolder.Contains))
            {
                Assert.True(allowed.Contains(used), $"{file} uses {used}, but {folder} may only use {(allowed.Length == 0 ? "no other folder" : string.Join(", ", allowed))}.");
                uses++;
            }
        }
        Assert.True(uses > 20, $"Only {uses} uses of other folders were found: is the search broken?");
    }

    [Fact]
    public void FoldersUsedBy_FullAndRelativeNames_FindsBoth()
    {
        var file = new SourceFile("src/Trainers/Data/A.cs", $"using {Product}.Models;\nvar a = Native.LibTorch.Load(); var b = Training.Rows; // {Product}.Network\nvar c = new {Product}.Losses.X();");
        Assert.Equal(["Losses", "Models", "Native"], FoldersUsedBy(file).Order());
    }

    [Fact]
    public void Code_OfTheFoldersOfTrainers_MentionsNoTrainerAndNoCatalog() =>
        Findings.AssertNone(InFolders("Trainers").SelectMany(file => Trainer().Matches(file.Code).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void Code_OfTheFoldersBelowInterop_MentionsNoModelClassAndNoMLNet() =>
        Findings.AssertNone(InFolders("Transforms").Where(file => file.Folder is not ("Interop" or "Features")).SelectMany(file => ModelOrMLNet().Matches(file.Code).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void Namespace_EachFile_IsThatOfItsFolder()
    {
        foreach (SourceFile file in SourceFile.All.Where(file => file.Project is "Transforms" or "Trainers"))
        {
            string expected = file.Folder.Length == 0 ? Product : $"{Product}.{file.Folder}";
            Assert.True(file.Namespace == OtherNamespaces.GetValueOrDefault(file.Path, expected), $"{file} is in the namespace {file.Namespace}, not in {expected}.");
        }
    }

    [GeneratedRegex(@"\bMLNet\.LossExperiments\.(?<folder>\w+)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?<folder>[A-Z]\w*)\.(?<type>[A-Z]\w*)")]
    private static partial Regex RelativeName();

    [GeneratedRegex(@"\bMlp\w+Trainer\b|\bMlpCatalog\b")]
    private static partial Regex Trainer();

    [GeneratedRegex(@"\bMlp\w*Model\b|\bMlpModelParameters\b|\bMicrosoft\.ML\b")]
    private static partial Regex ModelOrMLNet();
}
