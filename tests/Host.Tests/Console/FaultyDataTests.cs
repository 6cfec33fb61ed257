namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class FaultyDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("regression", "", "data.csv is empty.")]
    [InlineData("regression", "a,y\n", "data.csv has no rows.")]
    [InlineData("regression", "alpha,beta\n1,2\n", "data.csv has no column 'y'. Its columns are alpha, beta.")]
    [InlineData("regression", "a,b,y\n1,2,3\n4,5\n", "data.csv, line 3: the row has 2 values, but the header names 3 columns.")]
    [InlineData("regression", "a,b,y\n1,\"2,3\n4,5,6\n", "data.csv, line 2: a quote is opened in ")]
    [InlineData("regression", "a,y\n1,2\n2,high\n3,4\n", "data.csv, line 3, column 'y': 'high' is not a number. What regression predicts must be a number")]
    [InlineData("regression", "a,y\n1,2\nx,3\n3,4\n", "data.csv, line 3, column 'a': 'x' is not a number. The column's other values are.")]
    [InlineData("regression", "a,y\n1,\n2,NA\n3,?\n", "data.csv, column 'y': no row has a value, so there is nothing to learn.")]
    [InlineData("regression", "a,y\n1,2\n3,4\n", "2 rows are too few to split off rows for validation")]
    [InlineData("regression", "a,y\n5,1\n5,2\n5,3\n5,4\n5,5\n", "No column is left to learn from; 'a' has the same value in all of the training set.")]
    [InlineData("classification", "a,y\n1,yes\n2,yes\n", "data.csv, column 'y': every row is of class 'yes', but there must be at least two classes to tell apart.")]
    public void Run_DataThatDoesNotServe_SaysWhyAndExitsWith1(string command, string text, string expected)
    {
        _folder.Write("data.csv", text);

        ToolResult result = Tool.Run(_folder.Path, command, "--dataset", "data.csv", "--label-col", "y");

        AssertFailed(result, expected);
        Assert.Equal(["data.csv"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Run_LabelThatTheLossDoesNotTake_NamesTheLine()
    {
        _folder.Write("data.csv", "a,y\n1,2\n2,0\n3,4\n4,5\n5,6\n6,7\n7,8\n8,9\n9,1\n10,3\n");
        AssertFailed(
            Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y", "--loss", "gamma"),
            "data.csv, line 3, column 'y': the label is 0. The loss 'gamma' takes labels greater than 0.");
    }

    [Fact]
    public void Run_CheckpointThatIsNone_SaysSo()
    {
        _folder.Write("junk", "not a checkpoint, whatever its name may say of it, but long enough to be one");
        AssertFailed(
            Tool.Run(_folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--resume", "junk"), "The checkpoint 'junk' cannot be read: it is not a checkpoint.");
    }

    [Fact]
    public void Run_NoSuchFile_SaysSo() => AssertFailed(Tool.Run(_folder.Path, "regression", "--dataset", "nowhere.csv", "--label-col", "y"), "There is no file nowhere.csv.");

    [Fact]
    public void Run_MisspeltLabel_SuggestsTheNearest() => AssertFailed(
        Tool.Run(_folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MDEV"),
        $"{Path.Combine(Tool.Data, "boston.csv")} has no column 'MDEV'. Did you mean 'MEDV'? Its columns are CRIM, ZN, ");

    [Fact]
    public void Run_ContinuousLabelForClassification_SuggestsRegression() => AssertFailed(
        Tool.Run(_folder.Path, "classification", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV"),
        "boston.csv, column 'MEDV': 229 different values in 506 rows are no classes. To predict numbers use mlnet-loss regression.");

    [Theory]
    [InlineData("-1", "the weight is -1")]
    [InlineData("", "the weight is missing")]
    public void Run_WeightThatIsNone_NamesItsLine(string weight, string expected)
    {
        _folder.Write("data.csv", $"a,w,y\n1,1,1\n2,{weight},2\n3,1,3\n4,1,4\n");

        AssertFailed(
            Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y", "--weight-col", "w"),
            $"data.csv, line 3, column 'w': {expected}, but must be a number of at least 0.");
    }

    [Fact]
    public void Run_TestFileWithoutAColumn_SaysWhich()
    {
        _folder.Write("data.csv", "a,b,y\n1,2,3\n4,5,6\n");
        _folder.Write("test.csv", "a,y\n1,3\n4,6\n");

        AssertFailed(Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--test-dataset", "test.csv", "--label-col", "y"), "test.csv has no column 'b'.");
    }

    [Fact]
    public void Run_FileWhereTheFolderShouldBe_IsToldBeforeTraining()
    {
        _folder.Write("boston-regression", "");

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV");

        AssertFailed(result, "./boston-regression cannot be written: ");
    }

    [Fact]
    public void Run_LogFileThatCannotBe_SaysSo() => AssertFailed(
        Tool.Run(_folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--log-file-path", "no/such/folder.log"),
        "The log file no/such/folder.log cannot be written: ");

    [Fact]
    public void Run_LossThatExplodes_SaysWhatToTry()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--optimizer", "sgd", "--learning-rate", "1e6", "--verbosity", "quiet");

        AssertFailed(result, "With the loss 'mse' the loss of the training rows became ");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_Diagnostic_AddsTheStackTrace()
    {
        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "nowhere.csv", "--label-col", "y", "--verbosity", "diag");

        AssertFailed(result, "There is no file nowhere.csv.", hasStackTrace: true);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertFailed(ToolResult result, string expected, bool hasStackTrace = false)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(hasStackTrace, result.Error.Contains("   at ", StringComparison.Ordinal));
        Assert.Empty(result.Output);
    }
}
