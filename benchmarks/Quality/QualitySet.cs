/// <summary>A data set that contestants learn.</summary>
/// <param name="Name">Its name; the file is NAME.csv.gz in sets/, or NAME.csv in data/.</param>
/// <param name="Task">What is learned.</param>
/// <param name="Label">The column to predict.</param>
/// <param name="Ignored">Columns that give the label away, or are known only afterwards.</param>
internal sealed record QualitySet(string Name, QualityTask Task, string Label, params string[] Ignored)
{
    public static QualitySet[] All { get; } =
    [
        new("boston", QualityTask.Regression, "MEDV"),
        new("concrete", QualityTask.Regression, "y"),
        new("energy", QualityTask.Regression, "y"),
        new("wine-quality-red", QualityTask.Regression, "y"),
        new("california", QualityTask.Regression, "median_house_value"),
        new("bike", QualityTask.Regression, "cnt", "instant", "casual", "registered"),
        new("protein-tertiary-structure", QualityTask.Regression, "y"),
        new("breast-cancer", QualityTask.Binary, "diagnosis"),
        new("german", QualityTask.Binary, "risk"),
        new("phoneme", QualityTask.Binary, "class"),
        new("adult", QualityTask.Binary, "income"),
        new("bank", QualityTask.Binary, "y", "duration"),
        new("digits", QualityTask.Multiclass, "digit"),
        new("letter", QualityTask.Multiclass, "letter"),
    ];

    /// <summary>The measure that is printed.</summary>
    public string Measure => Task switch { QualityTask.Regression => "RMSE", QualityTask.Binary => "AUC", _ => "accuracy" };

    public bool IsHigherBetter => Task != QualityTask.Regression;

    /// <summary>What a contestant misses of the best that there can be, between 0 and about 1: RMSE in standard deviations of the label, 1 − AUC, 1 − accuracy.</summary>
    public double Error(double measure, double labelDeviation) => Task == QualityTask.Regression ? measure / labelDeviation : 1 - measure;
}
