using System.Diagnostics;
using System.Globalization;
using MLNet.LossExperiments.Checkpoints;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Saves the state of a cohort as often as the options ask for, and puts a saved one back.</summary>
internal sealed class Checkpointing
{
    private const string SeedSetting = "seed";

    private readonly Cohort _cohort;
    private readonly CheckpointOptions? _options;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly double _secondsBefore;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastSaved = Stopwatch.GetTimestamp();

    /// <param name="cohort">The cohort, which is put into the saved state if there is one.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="settings">What the fit depends on, by name.</param>
    /// <exception cref="MlpTrainingException">The checkpoint to resume from is missing, damaged, or one of another fit.</exception>
    public Checkpointing(Cohort cohort, MlpOptions options, IReadOnlyDictionary<string, string> settings)
    {
        _cohort = cohort;
        _options = options.Checkpoint;
        _settings = settings;
        if (options.ResumeFrom is null)
            return;
        using DisposeScope scope = torch.NewDisposeScope();
        CheckpointContent saved = CheckpointFile.Read(options.ResumeFrom);
        ThrowIfOther(saved, options.ResumeFrom);
        Put(saved);
        FirstEpoch = saved.Epoch + 1;
        _secondsBefore = saved.Seconds;
    }

    /// <summary>Whether there is anything to save.</summary>
    public bool IsOn => _options is not null;

    /// <summary>The first epoch that is still to be trained.</summary>
    public int FirstEpoch { get; } = 1;

    /// <summary>The time that the fit has taken, in all processes that took part in it.</summary>
    public TimeSpan Elapsed => TimeSpan.FromSeconds(_secondsBefore) + Stopwatch.GetElapsedTime(_started);

    /// <summary>Saves if it is time to.</summary>
    /// <param name="epoch">The number of the epoch that has ended.</param>
    /// <param name="isLast">Whether none will follow: the last is always saved.</param>
    /// <exception cref="MlpTrainingException">The file cannot be written.</exception>
    public void EpochEnded(int epoch, bool isLast)
    {
        if (_options is null || !(isLast || epoch % _options.EveryEpochs == 0 || Stopwatch.GetElapsedTime(_lastSaved) >= _options.Every))
            return;
        try
        {
            CheckpointFile.Write(_options.Path, Take(epoch));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MlpTrainingException($"The checkpoint '{_options.Path}' cannot be written: {e.Message}");
        }
        _lastSaved = Stopwatch.GetTimestamp();
    }

    /// <summary>The seed of the fit that left a checkpoint.</summary>
    /// <exception cref="MlpTrainingException">There is no such file, or it is not a whole checkpoint.</exception>
    public static int SeedOf(string path) => int.Parse(CheckpointFile.ReadSettings(path)[SeedSetting], CultureInfo.InvariantCulture);

    /// <summary>What a fit depends on: its options, its seed, its data. Empty where nothing is saved or resumed, for it takes a pass over all rows.</summary>
    public static IReadOnlyDictionary<string, string> SettingsOf(MlpOptions options, int seed, MemberRows rows)
    {
        if (options.Checkpoint is null && options.ResumeFrom is null)
            return new Dictionary<string, string>();
        Dictionary<string, string> settings = FitSettings.Of(options);
        settings.Add(SeedSetting, seed.ToString(CultureInfo.InvariantCulture));
        settings.Add("training rows", DataFingerprint.Of(rows.Training));
        settings.Add("validation rows", DataFingerprint.Of(rows.Validation));
        return settings;
    }

    private CheckpointContent Take(int epoch) => new(
        _settings,
        epoch,
        _cohort.Steps,
        Elapsed.TotalSeconds,
        _cohort.State,
        [.. _cohort.Members.Select((member, i) => member.Save(_cohort.Schedules[i].Save()))]);

    private void Put(CheckpointContent saved)
    {
        IReadOnlyList<torch.Tensor> state = _cohort.State;
        for (int i = 0; i < state.Count; i++)
            state[i].copy_(saved.Tensors[i]);
        _cohort.Steps = saved.Steps;
        for (int i = 0; i < saved.Members.Count; i++)
        {
            _cohort.Members[i].GoOnFrom(saved.Members[i]);
            _cohort.Schedules[i].Restore([.. saved.Members[i].Schedule]);
        }
    }

    private void ThrowIfOther(CheckpointContent saved, string path)
    {
        string[] differences = [.. _settings.Keys.Union(saved.Settings.Keys).Where(name => saved.Settings.GetValueOrDefault(name) != _settings.GetValueOrDefault(name))
            .Select(name => $"{name}: {saved.Settings.GetValueOrDefault(name, "nothing")} then, {_settings.GetValueOrDefault(name, "nothing")} now")];
        if (differences.Length > 0)
            throw new MlpTrainingException($"The checkpoint '{path}' is of another fit ({string.Join("; ", differences)}). Resume with the same data and options, or start anew.");
        bool fits = saved.Tensors.Count == _cohort.State.Count && saved.Members.Count == _cohort.Members.Count &&
            saved.Tensors.Zip(_cohort.State).All(pair => pair.First.shape.SequenceEqual(pair.Second.shape) && pair.First.dtype == pair.Second.dtype);
        if (!fits)
            throw new MlpTrainingException($"The checkpoint '{path}' was written by another version of this program.");
    }
}
