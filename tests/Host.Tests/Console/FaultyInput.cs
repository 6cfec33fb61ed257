namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Something that a user may give by mistake, and what is said to it.</summary>
/// <param name="What">What is wrong, for the table in docs/faulty-inputs.md.</param>
/// <param name="Command">The command line; <c>DATA/</c> is the folder of data sets in this repository.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record FaultyInput(string What, string Command, int ExitCode)
{
    /// <summary>The file that the command reads, and its bytes; null where it reads one that is there.</summary>
    public (string Name, byte[] Content)? File { get; init; }

    public static FaultyInput WithFile(string what, string name, string text, string command, int exitCode = 1) =>
        new(what, command, exitCode) { File = (name, System.Text.Encoding.UTF8.GetBytes(text)) };

    public static IReadOnlyList<FaultyInput> All { get; } =
    [
        WithFile("an empty file", "data.csv", "", "regression --dataset data.csv --label-col y"),
        WithFile("a header without rows", "data.csv", "a,y\n", "regression --dataset data.csv --label-col y"),
        WithFile("a row with a value too few", "data.csv", "a,b,y\n1,2,3\n4,5\n", "regression --dataset data.csv --label-col y"),
        WithFile("a quote that is never closed", "data.csv", "a,b,y\n1,\"2,3\n4,5,6\n", "regression --dataset data.csv --label-col y"),
        WithFile("a word among numbers", "data.csv", "a,y\n1,2\nx,3\n3,4\n", "regression --dataset data.csv --label-col y"),
        WithFile("a number with the other decimal mark", "data.csv", "a;y\n1,5;2\n2.5;3\n3,5;4\n", "regression --dataset data.csv --label-col y"),
        WithFile("a header that lacks a name", "data.csv", "a,y\n1,2,3\n4,5,6\n", "regression --dataset data.csv --label-col y"),
        WithFile("more lines to skip than there are", "data.csv", "a,y\n1,2\n", "regression --dataset data.csv --label-col y --skip-lines 5"),
        WithFile("a comment of two characters", "data.csv", "a,y\n1,2\n", "regression --dataset data.csv --label-col y --comment //", 2),
        WithFile("a word as the label of regression", "data.csv", "a,y\n1,2\n2,high\n3,4\n", "regression --dataset data.csv --label-col y"),
        WithFile("a number beyond 32 bits", "data.csv", "a,y\n1,2\n1e99,3\n3,4\n", "regression --dataset data.csv --label-col y"),
        WithFile("a number that has no end", "data.csv", "a,y\n1,2\n-Infinity,3\n3,4\n", "regression --dataset data.csv --label-col y"),
        WithFile("no label anywhere", "data.csv", "a,y\n1,\n2,NA\n3,?\n", "regression --dataset data.csv --label-col y"),
        WithFile("too few rows to validate with", "data.csv", "a,y\n1,2\n3,4\n", "regression --dataset data.csv --label-col y"),
        WithFile("features that never vary", "data.csv", "a,y\n5,1\n5,2\n5,3\n5,4\n5,5\n", "regression --dataset data.csv --label-col y"),
        WithFile("a single class", "data.csv", "a,y\n1,yes\n2,yes\n", "classification --dataset data.csv --label-col y"),
        WithFile("a negative weight", "data.csv", "a,w,y\n1,1,1\n2,-1,2\n3,1,3\n", "regression --dataset data.csv --label-col y --weight-col w"),
        WithFile("a label that the loss does not take", "data.csv", "a,y\n1,2\n2,0\n3,4\n", "regression --dataset data.csv --label-col y --loss gamma"),
        WithFile("a line that is not JSON", "data.jsonl", "{\"a\": 1, \"y\": 2}\n{\"a\": 1, \"y\": }\n", "regression --dataset data.jsonl --label-col y"),
        WithFile("an array as a value", "data.jsonl", "{\"a\": [1, 2], \"y\": 2}\n", "regression --dataset data.jsonl --label-col y"),
        WithFile("one array instead of lines", "data.jsonl", "[{\"a\": 1, \"y\": 2}]\n", "regression --dataset data.jsonl --label-col y"),
        WithFile("a damaged Parquet file", "data.parquet", "PAR1 but nothing of the kind", "regression --dataset data.parquet --label-col y"),
        new("images that are cut off", "classification --dataset train-images-idx3-ubyte --label-col label", 1) { File = ("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3]) },
        new("a damaged gzip file", "regression --dataset data.csv.gz --label-col y", 1) { File = ("data.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]) },
        new("no such file", "regression --dataset nowhere.csv --label-col y", 1),
        new("a folder as a file", "regression --dataset . --label-col y", 1),
        new("a misspelt column", "regression --dataset DATA/boston.csv --label-col MDEV", 1),
        new("a number to predict, taken for classes", "classification --dataset DATA/boston.csv --label-col MEDV", 1),
        new("a misspelt command", "regresion --dataset DATA/boston.csv", 2),
        new("a misspelt option", "regression --dataset DATA/boston.csv --label-col MEDV --los mse", 2),
        new("a misspelt loss", "regression --dataset DATA/boston.csv --label-col MEDV --loss msee", 2),
        new("a loss for another task", "regression --dataset DATA/boston.csv --label-col MEDV --loss nll", 2),
        new("a parameter out of its range", "regression --dataset DATA/boston.csv --label-col MEDV --loss huber:delta=0", 2),
        new("two options out of their ranges", "regression --dataset DATA/boston.csv --label-col MEDV --epochs 0 --dropout 1.5", 2),
        new("shares that are no whole", "regression --dataset DATA/boston.csv --label-col MEDV --split-ratio 70/20/20", 2),
        new("a shape that images do not have", "classification --dataset DATA/digits.csv --label-col digit --image-shape 8x9", 2),
        new("a learning rate that lets the loss explode", "regression --dataset DATA/boston.csv --label-col MEDV --optimizer sgd --learning-rate 1e6 --seed 1 --verbosity quiet", 1),
        new("a type that there is not", "regression --dataset DATA/boston.csv --label-col MEDV --column-type CHAS=bool", 2),
        new("an encoding that there is not", "regression --dataset DATA/boston.csv --label-col MEDV --encoding klingon", 2),
        new("no model", "predict nowhere.zip --dataset DATA/boston.csv", 1),
        new("a file that is no model", "predict DATA/boston.csv --dataset DATA/boston.csv", 1),
    ];
}
