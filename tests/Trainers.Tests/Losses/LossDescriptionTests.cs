using System.Reflection;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>Every loss of the catalog says what there is to know about it, and says of its parameters what the catalog says.</summary>
public sealed partial class LossDescriptionTests
{
    private static readonly string[] Names =
        [.. LossCatalog.Regression.Entries.Select(entry => entry.Name), .. LossCatalog.Binary.Entries.Select(entry => entry.Name), .. LossCatalog.Multiclass.Entries.Select(entry => entry.Name)];

    public static TheoryData<string, string> Entries
    {
        get
        {
            var entries = new TheoryData<string, string>();
            Add(nameof(RegressionLoss), LossCatalog.Regression);
            Add(nameof(BinaryLoss), LossCatalog.Binary);
            Add(nameof(MulticlassLoss), LossCatalog.Multiclass);
            return entries;

            void Add<TLoss>(string task, Catalog<TLoss> catalog)
            {
                foreach (CatalogEntry<TLoss> entry in catalog.Entries)
                    entries.Add(task, entry.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Description_EachEntry_IsComplete(string task, string name)
    {
        LossDescription description = Find(task, name).Loss.Description!;
        Assert.All([description.Formula, description.MinimisedBy, description.Source], text => Assert.Matches(@"\S{1}.*[^.\s]$", text));
        Assert.All([description.UseWhen, description.AvoidWhen], text => Assert.Matches(@"^[A-Z].{15,}\.$", text));
        Assert.Matches(@"\d{4}", description.Source);
        Assert.All(Recommended().Matches(description.AvoidWhen).SelectMany(match => match.Groups["name"].Captures), other => Assert.Contains(other.Value, Names));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Symbols_EachEntry_AreThoseOfTheParametersAndInTheFormula(string task, string name)
    {
        (Loss loss, IReadOnlyList<CatalogParameter> parameters) = Find(task, name);
        Assert.Equal(parameters.Select(parameter => parameter.Name), loss.Description!.Symbols.Keys);
        Assert.All(loss.Description.Symbols.Values, symbol => Assert.Contains(symbol, loss.Description.Formula, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void CSharp_EachEntry_CallsAMethodWithTheParametersOfTheCatalog(string task, string name)
    {
        (Loss loss, IReadOnlyList<CatalogParameter> parameters) = Find(task, name);
        Match call = Call().Match(loss.Description!.CSharp);
        Assert.Equal(task, call.Groups["task"].Value);
        MethodInfo method = typeof(Loss).Assembly.GetType($"{typeof(Loss).Namespace}.{task}")!.GetMethod(call.Groups["method"].Value)!;
        string[] arguments = [.. call.Groups["name"].Captures.Select(capture => capture.Value)];
        Assert.Equal(method.GetParameters().Select(parameter => parameter.Name), arguments);
        Assert.Equal(parameters.Select(parameter => parameter.Name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()), arguments.Select(argument => argument.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("huber:delta=2.5", "RegressionLoss.Huber(delta: 2.5)")]
    [InlineData("quantiles:levels=0.25/0.75", "RegressionLoss.Quantiles(levels: [0.25, 0.75])")]
    [InlineData("student-t:nu=1,scale=2", "RegressionLoss.StudentT(nu: 1, scale: 2)")]
    public void CSharp_OtherParameters_AreWritten(string text, string expected) => Assert.Equal(expected, LossCatalog.Regression.Parse(text).Description!.CSharp);

    [Theory]
    [InlineData("nll", "MulticlassLoss.NegativeLogLikelihood(classWeights: null)")]
    [InlineData("nll:class-weights=balanced", "MulticlassLoss.NegativeLogLikelihood(classWeights: ClassWeights.Balanced)")]
    [InlineData("cross-entropy:class-weights=1/2.5", "MulticlassLoss.CrossEntropy(classWeights: ClassWeights.Of(1, 2.5), labelSmoothing: 0)")]
    public void CSharp_ClassWeights_AreWritten(string text, string expected) => Assert.Equal(expected, LossCatalog.Multiclass.Parse(text).Description!.CSharp);

    [Fact]
    public void Description_OfALossOfYourOwn_IsNone() => Assert.Null(RegressionLoss.Custom("mine", (output, target) => (output - target).abs().squeeze(1)).Description);

    private static (Loss Loss, IReadOnlyList<CatalogParameter> Parameters) Find(string task, string name) => task switch
    {
        nameof(RegressionLoss) => In(LossCatalog.Regression, name),
        nameof(BinaryLoss) => In(LossCatalog.Binary, name),
        _ => In(LossCatalog.Multiclass, name),
    };

    private static (Loss Loss, IReadOnlyList<CatalogParameter> Parameters) In<TLoss>(Catalog<TLoss> catalog, string name)
        where TLoss : Loss =>
        catalog.Entries.Where(entry => entry.Name == name).Select(entry => ((Loss)entry.Create(), entry.Parameters)).Single();

    [GeneratedRegex(@"^(?<task>\w+)\.(?<method>\w+)\((?:(?<name>\w+): [^:]+?(?:, (?=\w+:)|(?=\)$)))*\)$")]
    private static partial Regex Call();

    // What follows "take" or "try" are losses: "Take huber or mae."
    [GeneratedRegex(@"\b[Tt](?:ake|ry) (?<name>[a-z0-9-]+)(?:(?:, | or )(?<name>[a-z0-9-]+))*")]
    private static partial Regex Recommended();
}
