namespace MLNet.LossExperiments.Reports;

/// <summary>Finds the rows with the greatest numbers.</summary>
internal static class TopRows
{
    /// <param name="numbers">A number for each row.</param>
    /// <param name="most">How many rows at most.</param>
    /// <returns>Their places, the greatest number first; of equal ones the first row first.</returns>
    public static int[] Of(double[] numbers, int most)
    {
        var kept = new PriorityQueue<int, (double, int)>();
        for (int row = 0; row < numbers.Length; row++)
        {
            if (kept.Count < most)
                kept.Enqueue(row, (numbers[row], -row));
            else if (most > 0 && numbers[row] > numbers[kept.Peek()])
                kept.EnqueueDequeue(row, (numbers[row], -row));
        }
        var rows = new int[kept.Count];
        for (int place = rows.Length - 1; place >= 0; place--)
            rows[place] = kept.Dequeue();
        return rows;
    }
}
