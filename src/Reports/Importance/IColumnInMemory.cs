namespace MLNet.LossExperiments.Reports;

/// <summary>A column of any type.</summary>
internal interface IColumnInMemory
{
    /// <summary>Reads the value of the row that the cursor is at.</summary>
    void ReadRow();

    /// <summary>Gives values to a cursor.</summary>
    /// <param name="row">Says which row's value is wanted.</param>
    /// <returns>A getter of the column's type.</returns>
    Delegate GetterOf(Func<int> row);
}
