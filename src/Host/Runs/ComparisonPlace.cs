using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>Where a comparison keeps finished cells, and where its results go: a folder that holds cells of the same comparison is gone on with, and never one of another run.</summary>
/// <param name="choice">Chooses the folder.</param>
internal sealed class ComparisonPlace(RunFolderChoice choice)
{
    /// <summary>The name of the file of cells in the folder.</summary>
    public const string CellsName = "cells.jsonl";

    private RunFolder? _folder;

    /// <summary>The file of cells; null before it is known.</summary>
    public string? CellsFile { get; private set; }

    /// <summary>The folder of the results.</summary>
    /// <exception cref="InvalidOperationException">It is not known yet.</exception>
    public RunFolder Folder => _folder ?? throw new InvalidOperationException("The comparison has not started.");

    /// <summary>Finds the file of cells.</summary>
    /// <param name="comparison">What the cells depend on.</param>
    /// <exception cref="CommandException">The folder is in the way.</exception>
    public string FindCells(string comparison)
    {
        RunFolder folder = choice.ForContinuedRun(folder => FinishedCells.IsOf(folder.PathOf(CellsName), comparison));
        // Until this run is whole, the other one stays as it is.
        bool replacesOther = folder.HoldsOwn && !FinishedCells.IsOf(folder.PathOf(CellsName), comparison);
        _folder = folder.Replacing();
        return CellsFile = replacesOther ? Path.Combine(folder.Parent, $".{folder.Name}.{CellsName}") : folder.PathOf(CellsName);
    }

    /// <summary>Writes the results, the cells among them.</summary>
    /// <exception cref="CommandException">They cannot be written.</exception>
    public void Write(IEnumerable<(string Name, Action<Stream> Write)> files)
    {
        string cells = CellsFile!;
        Folder.Write(_ => [.. files, (CellsName, stream => Copy(cells, stream))]);
        if (cells != Folder.PathOf(CellsName))
            File.Delete(cells);
    }

    private static void Copy(string cells, Stream stream)
    {
        using FileStream file = File.OpenRead(cells);
        file.CopyTo(stream);
    }
}
