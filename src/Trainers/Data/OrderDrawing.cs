namespace MLNet.LossExperiments.Data;

/// <summary>Draws an order of rows for a member: the numbers from 0, each once.</summary>
/// <param name="member">The member.</param>
/// <param name="order">Filled in.</param>
internal delegate void OrderDrawing(int member, Span<long> order);
