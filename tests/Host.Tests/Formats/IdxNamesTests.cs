using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public sealed class IdxNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "train-labels-idx1-ubyte", "train-labels.idx1-ubyte.gz", "train-labels.idx1-ubyte")]
    [InlineData("t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte", "t10k-labels.idx1-ubyte.gz", "t10k-labels-idx1-ubyte", "t10k-labels-idx1-ubyte.gz")]
    [InlineData("t10k-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-images-idx3-ubyte.gz", "t10k-images.idx3-ubyte", "t10k-images.idx3-ubyte.gz")]
    [InlineData("boston.csv")]
    public void CounterpartsOf_Name_HasTheSameStyleFirst(string name, params string[] expected) => Assert.Equal(expected, IdxNames.CounterpartsOf(name));

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte")]
    [InlineData("train-images-idx3-ubyte", "train-labels.idx1-ubyte.gz")]
    [InlineData("emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte")]
    [InlineData("train-images-idx3-ubyte", null, "t10k-labels-idx1-ubyte")]
    public void FindCounterpart_FilesOfAFolder_AreSearched(string images, string? expected, params string[] others)
    {
        foreach (string name in others.Append(expected).OfType<string>())
            _folder.Write(name, "");
        Assert.Equal(expected is null ? null : _folder.PathOf(expected), IdxNames.FindCounterpart(_folder.PathOf(images)));
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", true)]
    [InlineData("train-labels-idx1-ubyte.gz", false)]
    [InlineData("images.csv", false)]
    public void AreImages_Name_Says(string name, bool expected) => Assert.Equal(expected, IdxNames.AreImages(name));
}
