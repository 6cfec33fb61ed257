namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Tests that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<ReportBrowser>
{
    public const string Name = "browser";
}
