using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Features;
using MLNet.LossExperiments.Interop;

[assembly: LoadableClass(typeof(DateFeaturesTransformer), null, typeof(SignatureLoadModel), "Date features", DateFeaturesTransformer.LoaderSignature)]

namespace MLNet.LossExperiments.Features;

/// <summary>Turns dates in a text column into vectors of <see cref="float"/>, as <see cref="DateFeaturesEstimator"/> says. Immutable and thread-safe.</summary>
public sealed class DateFeaturesTransformer : RowToRowTransformerBase
{
    internal const string LoaderSignature = "DateFeaturesTransform";

    private const uint FirstVersion = 0x00010001;

    private readonly DateFormat _format;

    internal DateFeaturesTransformer(IHostEnvironment env, string outputColumnName, string inputColumnName, DateFormat format, bool hasTimeOfDay)
        : base(env.Register(LoaderSignature))
    {
        OutputColumnName = outputColumnName;
        InputColumnName = inputColumnName;
        _format = format;
        HasTimeOfDay = hasTimeOfDay;
    }

    /// <summary>The text column.</summary>
    public string InputColumnName { get; }

    /// <summary>The column of vectors.</summary>
    public string OutputColumnName { get; }

    /// <summary>The format of the dates, as .NET writes patterns; a time may follow the date.</summary>
    public string Format => _format.Name;

    /// <summary>Whether the vectors tell the time of day.</summary>
    public bool HasTimeOfDay { get; }

    private static VersionInfo FileVersion => ModelVersion.Of("DATEFEAT", LoaderSignature, FirstVersion);

    internal static DateFeaturesTransformer Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        string output = context.Reader.ReadString(), input = context.Reader.ReadString(), name = context.Reader.ReadString();
        DateFormat format = DateFormats.All.FirstOrDefault(format => format.Name == name) ?? throw new InvalidDataException($"The model file is damaged: '{name}' is not a known format of dates.");
        return new DateFeaturesTransformer(env, output, input, format, context.Reader.ReadBoolean());
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetVersionInfo(FileVersion);
        ctx.Writer.Write(OutputColumnName);
        ctx.Writer.Write(InputColumnName);
        ctx.Writer.Write(_format.Name);
        ctx.Writer.Write(HasTimeOfDay);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    private sealed class Mapper : MapperBase
    {
        private readonly DateFeaturesTransformer _parent;
        private readonly DataViewSchema.Column _input;

        public Mapper(DateFeaturesTransformer parent, DataViewSchema schema)
            : base(parent.Host.Register(nameof(Mapper)), schema, parent)
        {
            _parent = parent;
            _input = schema.GetColumnOrNull(parent.InputColumnName) ?? throw Host.ExceptSchemaMismatch(nameof(schema), "input", parent.InputColumnName);
            if (_input.Type is not TextDataViewType)
                throw Host.ExceptSchemaMismatch(nameof(schema), "input", parent.InputColumnName, "text", _input.Type.ToString());
        }

        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore()
        {
            ReadOnlyMemory<char>[] names = [.. DateFeatureValues.Names(_parent.HasTimeOfDay).Select(name => name.AsMemory())];
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.AddSlotNames(names.Length, (ref VBuffer<ReadOnlyMemory<char>> value) => value = new VBuffer<ReadOnlyMemory<char>>(names.Length, names));
            return [new DataViewSchema.DetachedColumn(_parent.OutputColumnName, new VectorDataViewType(NumberDataViewType.Single, names.Length), annotations.ToAnnotations())];
        }

        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            ValueGetter<ReadOnlyMemory<char>> getText = input.GetGetter<ReadOnlyMemory<char>>(input.Schema[_input.Index]);
            ReadOnlyMemory<char> text = default;
            var values = new float[DateFeatureValues.Names(_parent.HasTimeOfDay).Count];
            return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> vector) =>
            {
                getText(ref text);
                if (_parent._format.TryRead(text.Span, out DateTime date))
                    DateFeatureValues.Fill(date, values);
                else
                    values.AsSpan().Fill(float.NaN);
                VectorValue.Set(ref vector, values);
            });
        }

        private protected override Func<int, bool> GetDependenciesCore(Func<int, bool> activeOutput) => column => activeOutput(0) && column == _input.Index;

        private protected override void SaveModel(ModelSaveContext ctx) => _parent.SaveModel(ctx);
    }
}
