using System.Security.Cryptography;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Tells tables apart by what was read: the same file read in another way is another table.</summary>
internal static class TableFingerprint
{
    /// <summary>The hash of all names, kinds and values, in hexadecimal digits.</summary>
    public static string Of(Table table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Column column in table.Columns)
        {
            using var values = new MemoryStream();
            using (var writer = new BinaryWriter(values))
                Write(column, table.RowCount, writer);
            hash.AppendData(values.ToArray());
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Write(Column column, int rows, BinaryWriter writer)
    {
        writer.Write(column.Name);
        writer.Write(column.Kind.ToString());
        for (int row = 0; row < rows; row++)
        {
            writer.Write(column.IsMissing(row));
            if (column is NumberColumn numbers)
                writer.Write(numbers[row]);
            else
                writer.Write(column.TextOf(row));
        }
    }
}
