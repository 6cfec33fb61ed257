namespace MLNet.LossExperiments.Reports;

/// <summary>Measures rows, of which each counts so many times.</summary>
/// <param name="counts">How often each row counts.</param>
/// <param name="figures">Receives the figures; NaN where one is not defined.</param>
internal delegate void CountedMeasure(ReadOnlySpan<byte> counts, Span<double> figures);
