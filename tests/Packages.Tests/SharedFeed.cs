namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>The packages are made once for all tests.</summary>
[CollectionDefinition(nameof(PackedFeed))]
public sealed class SharedFeed : ICollectionFixture<PackedFeed>;
