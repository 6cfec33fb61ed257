using MLNet.LossExperiments.Host.Exports;

namespace MLNet.LossExperiments.Host.Tests.Exports;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("age", "Age")]
    [InlineData("class", "Class")]
    [InlineData("crime rate (%)", "CrimeRate")]
    [InlineData("boston-regression", "BostonRegression")]
    [InlineData("1st floor", "Column1stFloor")]
    [InlineData("_id", "Id")]
    [InlineData("a_b", "A_B")]
    [InlineData("größe", "Größe")]
    [InlineData("面積", "面積")]
    [InlineData("😀", "Column")]
    [InlineData("\"; System.Environment.Exit(3); //", "SystemEnvironmentExit3")]
    [InlineData("", "Column")]
    public void Identifier_AnyText_IsOne(string text, string expected) => Assert.Equal(expected, CSharpNames.Identifier(text, "Column"));

    [Theory]
    [InlineData("boston-regression-csharp", "BostonRegressionCsharp")]
    [InlineData("Path", "PathProject")]
    [InlineData("system", "SystemProject")]
    [InlineData("task", "TaskProject")]
    [InlineData("Console", "ConsoleProject")]
    [InlineData("HttpClient", "HttpClientProject")]
    [InlineData("Enumerable", "EnumerableProject")]
    [InlineData("MLContext", "MLContextProject")]
    [InlineData("microsoft", "MicrosoftProject")]
    [InlineData("program", "ProgramProject")]
    [InlineData("namespace", "Namespace")]
    [InlineData("2024 prices", "Model2024Prices")]
    public void Namespace_AnyFolder_HidesNothing(string folder, string expected) => Assert.Equal(expected, CSharpNamespace.Of(folder, ["Program"]));

    [Fact]
    public void PropertiesOf_NamesThatComeToTheSame_AreTold() =>
        Assert.Equal(["A", "A2", "A3", "ToString2", "ModelInput2", "A22"], CSharpNames.PropertiesOf(["a", "A", "a ", "toString", "ModelInput", "a2"], "ModelInput"));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("line\nbreak\u2028\0", "\"line\\u000Abreak\\u2028\\u0000\"")]
    [InlineData("{x}", "\"{x}\"")]
    [InlineData("größe 😀", "\"größe \\uD83D\\uDE00\"")]
    public void Literal_AnyText_IsEscaped(string text, string expected) => Assert.Equal(expected, CSharpNames.Literal(text));
}
