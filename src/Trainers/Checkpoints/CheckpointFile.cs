using System.Security.Cryptography;
using System.Text;
using MLNet.LossExperiments.Persistence;
using TorchSharp;

namespace MLNet.LossExperiments.Checkpoints;

/// <summary>
/// The file of a checkpoint. Little-endian; strings as <see cref="BinaryWriter"/> writes them: the eight bytes MLPCHKPT, int version; int settings, then for each string name, string value;
/// int epoch, long steps, double seconds; int members, then for each int best epoch, three numbers of early stopping, int schedule numbers and these, the
/// epochs (EpochsFormat); int tensors, then for each int type, int dimensions, long sizes, its values; at last the SHA-256 of everything before.
/// </summary>
internal static class CheckpointFile
{
    private const int Version = 2;
    private const int HashLength = 32;
    private const int MostTensors = 1_000_000;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("MLPCHKPT");

    /// <summary>Writes beside the file, then renames: a process that dies leaves the old checkpoint whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, CheckpointContent content)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                using (var buffer = new HashingStream(file, hash))
                using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
                    WriteContent(writer, content);
                file.Write(hash.GetHashAndReset());
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>The state of a fit.</summary>
    /// <exception cref="MlpTrainingException">There is no such file, or it is not a whole checkpoint.</exception>
    public static CheckpointContent Read(string path) => Read(path, ReadContent);

    /// <summary>The settings of a fit alone, for which libtorch need not be loaded.</summary>
    /// <exception cref="MlpTrainingException">There is no such file, or it is not a whole checkpoint.</exception>
    public static IReadOnlyDictionary<string, string> ReadSettings(string path) => Read(path, ReadSettings);

    private static T Read<T>(string path, Func<BinaryReader, T> read)
    {
        if (!File.Exists(path))
            throw new MlpTrainingException($"There is no checkpoint '{path}' to resume from.");
        try
        {
            using FileStream file = File.OpenRead(path);
            CheckHash(file);
            file.Position = 0;
            using var reader = new BinaryReader(file, Encoding.UTF8);
            return read(reader);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or FormatException or ArgumentException or OverflowException)
        {
            throw new MlpTrainingException($"The checkpoint '{path}' cannot be read: {e.Message}");
        }
    }

    private static void CheckHash(FileStream file)
    {
        if (file.Length < Magic.Length + HashLength)
            throw new InvalidDataException("it is not a checkpoint.");
        var magic = new byte[Magic.Length];
        file.ReadExactly(magic);
        if (!magic.AsSpan().SequenceEqual(Magic))
            throw new InvalidDataException("it is not a checkpoint.");
        file.Position = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 16];
        for (long left = file.Length - HashLength; left > 0;)
        {
            int count = file.Read(block, 0, (int)Math.Min(block.Length, left));
            hash.AppendData(block, 0, count);
            left -= count;
        }
        var expected = new byte[HashLength];
        file.ReadExactly(expected);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(expected))
            throw new InvalidDataException("it is damaged: its checksum does not agree.");
    }

    private static void WriteContent(BinaryWriter writer, CheckpointContent content)
    {
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(content.Settings.Count);
        foreach ((string name, string value) in content.Settings)
        {
            writer.Write(name);
            writer.Write(value);
        }
        writer.Write(content.Epoch);
        writer.Write(content.Steps);
        writer.Write(content.Seconds);
        writer.Write(content.Members.Count);
        foreach (MemberCheckpoint member in content.Members)
            WriteMember(writer, member);
        writer.Write(content.Tensors.Count);
        foreach (torch.Tensor tensor in content.Tensors)
            TensorFormat.Write(writer, tensor);
    }

    private static IReadOnlyDictionary<string, string> ReadSettings(BinaryReader reader)
    {
        reader.ReadBytes(Magic.Length);
        int version = reader.ReadInt32();
        if (version != Version)
            throw new InvalidDataException($"it has version {version}, but this program reads version {Version}.");
        var settings = new Dictionary<string, string>();
        for (int left = reader.ReadInt32(); left > 0; left--)
            settings.Add(reader.ReadString(), reader.ReadString());
        return settings;
    }

    private static CheckpointContent ReadContent(BinaryReader reader)
    {
        IReadOnlyDictionary<string, string> settings = ReadSettings(reader);
        int epoch = reader.ReadInt32();
        long steps = reader.ReadInt64();
        double seconds = reader.ReadDouble();
        var members = new List<MemberCheckpoint>();
        for (int left = reader.ReadInt32(); left > 0; left--)
            members.Add(ReadMember(reader));
        int count = reader.ReadInt32();
        if (count is < 0 or > MostTensors)
            throw new InvalidDataException($"it claims to hold {count} tensors.");
        var tensors = new List<torch.Tensor>();
        for (int i = 0; i < count; i++)
            tensors.Add(TensorFormat.Read(reader));
        return new CheckpointContent(settings, epoch, steps, seconds, tensors, members);
    }

    private static void WriteMember(BinaryWriter writer, MemberCheckpoint member)
    {
        writer.Write(member.BestEpoch);
        writer.Write(member.Best);
        writer.Write(member.LastImprovement);
        writer.Write(member.EpochsSinceImprovement);
        writer.Write(member.Schedule.Count);
        foreach (double number in member.Schedule)
            writer.Write(number);
        EpochsFormat.Write(writer, member.Epochs);
    }

    private static MemberCheckpoint ReadMember(BinaryReader reader)
    {
        int bestEpoch = reader.ReadInt32();
        double best = reader.ReadDouble(), last = reader.ReadDouble();
        int since = reader.ReadInt32();
        var schedule = new List<double>();
        for (int left = reader.ReadInt32(); left > 0; left--)
            schedule.Add(reader.ReadDouble());
        return new MemberCheckpoint(bestEpoch, best, last, since, schedule, EpochsFormat.Read(reader));
    }
}
