namespace MLNet.LossExperiments.Reports;

/// <summary>The usable rows of several classes, in the order of their true and then their predicted class, so that every cell of the confusion matrix is a run of rows.</summary>
internal sealed class MulticlassRows
{
    private readonly int[] _order;

    public MulticlassRows(MulticlassPredictions source, UsableRows usable)
    {
        Source = source;
        Usable = usable;
        int count = usable.Count, classes = source.Classes.Count;
        long[] cells = new long[count];
        _order = [.. Enumerable.Range(0, count)];
        for (int row = 0; row < count; row++)
            cells[row] = (long)source.Actual[usable.Places[row]] * classes + LikeliestOf(row);
        Array.Sort(cells, _order);
        Weights = usable.Weights?.Pick(_order);
        (Actual, Predicted, Truth, Confidence, Rank) = (new int[count], new int[count], new double[count], new double[count], new int[count]);
        for (int place = 0; place < count; place++)
        {
            (Actual[place], Predicted[place]) = ((int)(cells[place] / classes), (int)(cells[place] % classes));
            Truth[place] = ScoreOf(_order[place], Actual[place]);
            Confidence[place] = ScoreOf(_order[place], Predicted[place]);
            Rank[place] = RankOf(_order[place], Actual[place]);
        }
        CellStarts = [.. Enumerable.Range(0, count).Where(place => place == 0 || cells[place] != cells[place - 1]), count];
    }

    public MulticlassPredictions Source { get; }

    public UsableRows Usable { get; }

    public int Count => _order.Length;

    public int ClassCount => Source.Classes.Count;

    /// <summary>The weights; null for 1.</summary>
    public double[]? Weights { get; }

    /// <summary>The true class of each row.</summary>
    public int[] Actual { get; }

    /// <summary>The predicted class.</summary>
    public int[] Predicted { get; }

    /// <summary>The score of the true class.</summary>
    public double[] Truth { get; }

    /// <summary>The score of the predicted class.</summary>
    public double[] Confidence { get; }

    /// <summary>The place of the true class by its score, from 1.</summary>
    public int[] Rank { get; }

    /// <summary>Where each run of rows of one true and one predicted class starts, and last where all end.</summary>
    public int[] CellStarts { get; }

    /// <summary>The place among all usable rows.</summary>
    public int RowAt(int place) => _order[place];

    /// <summary>The sum of the squared differences between the scores of a row and the truth.</summary>
    public double BrierOf(int place)
    {
        double sum = 0;
        for (int i = 0; i < ClassCount; i++)
        {
            double gap = ScoreOf(_order[place], i) - (i == Actual[place] ? 1 : 0);
            sum += gap * gap;
        }
        return sum;
    }

    private double ScoreOf(int row, int i) => Source.Scores[Usable.Places[row] * ClassCount + i];

    private int LikeliestOf(int row)
    {
        int likeliest = 0;
        for (int i = 1; i < ClassCount; i++)
        {
            if (ScoreOf(row, i) > ScoreOf(row, likeliest))
                likeliest = i;
        }
        return likeliest;
    }

    private int RankOf(int row, int truth)
    {
        double score = ScoreOf(row, truth);
        int rank = 1;
        for (int i = 0; i < ClassCount; i++)
        {
            if (ScoreOf(row, i) > score || (i < truth && ScoreOf(row, i) == score))
                rank++;
        }
        return rank;
    }
}
