namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>The data sets that can be had by their names.</summary>
internal static class PublicSets
{
    private const int ImagesOfTraining = (60_000 * 28 * 28) + 16;
    private const int LabelsOfTraining = 60_000 + 8;
    private const int ImagesOfTest = (10_000 * 28 * 28) + 16;
    private const int LabelsOfTest = 10_000 + 8;

    public static IReadOnlyList<PublicSet> All { get; } =
    [
        new(
            "mnist",
            "MNIST",
            "70,000 handwritten digits, 28 x 28 pixels",
            [new("https://storage.googleapis.com/cvdf-datasets/mnist/"), new("https://ossci-datasets.s3.amazonaws.com/mnist/")],
            [
                new("train-images-idx3-ubyte", ImagesOfTraining, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                new("train-labels-idx1-ubyte", LabelsOfTraining, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                new("t10k-images-idx3-ubyte", ImagesOfTest, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                new("t10k-labels-idx1-ubyte", LabelsOfTest, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            ]),
        new(
            "fashion-mnist",
            "Fashion-MNIST",
            "70,000 pictures of clothes of 10 kinds, 28 x 28 pixels",
            [new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")],
            [
                new("train-images-idx3-ubyte", ImagesOfTraining, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                new("train-labels-idx1-ubyte", LabelsOfTraining, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
                new("t10k-images-idx3-ubyte", ImagesOfTest, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                new("t10k-labels-idx1-ubyte", LabelsOfTest, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
            ]),
    ];
}
