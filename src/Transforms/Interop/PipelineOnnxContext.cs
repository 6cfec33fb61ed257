using Google.Protobuf.Collections;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Export.Protobuf;

namespace MLNet.LossExperiments.Interop;

/// <summary>
/// What ML.NET's transforms write themselves to. Keeps track of which variable of the graph holds which column, step by step: a name that is no column of the
/// present step is that of a variable between, and never hides a column of that name.
/// </summary>
internal sealed class PipelineOnnxContext : OnnxContext
{
    private readonly OnnxGraph _graph = new();
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _between = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long>> _shapes = new(StringComparer.Ordinal);
    private HashSet<string> _added = [];
    private Dictionary<string, string> _before = [];
    private int _nodesBefore;

    public OnnxGraph Graph => _graph;

    public void AddInput(string name, DataViewType type)
    {
        OnnxTensor tensor = TensorOf(name, type);
        _graph.AddInput(tensor);
        _columns[name] = name;
        _shapes[name] = [-1, .. tensor.Dimensions];
    }

    /// <summary>Lets a transform write itself.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="added">The columns that it adds or replaces.</param>
    public void Write(ITransformCanSaveOnnx transform, IReadOnlySet<string> added)
    {
        _before = new Dictionary<string, string>(_columns);
        _between.Clear();
        _added = [.. added];
        _nodesBefore = _graph.Nodes.Count;
        foreach (string column in added)
            _columns.Remove(column);
        transform.SaveAsOnnx(this);
        ReadColumnsOfBefore();
    }

    /// <summary>Whether a column has come to have values in the graph.</summary>
    public bool IsWritten(string column) => _columns.TryGetValue(column, out string? variable) && _graph.IsDefined(variable);

    public override string GetNodeName(string prefix) => _graph.NewNodeName(prefix);

    public override bool IsVariableDefined(string variableName) => _graph.IsVariable(variableName);

    public override bool ContainsColumn(string colName) => _columns.ContainsKey(colName) || _before.ContainsKey(colName);

    public override string GetVariableName(string colName) =>
        _columns.TryGetValue(colName, out string? variable) || _before.TryGetValue(colName, out variable) || _between.TryGetValue(colName, out variable)
            ? variable
            : throw new ModelExportException($"There is no column '{colName}' at this step.");

    public override void CheckOpSetVersion(int thisTransformerMinumumOpSetVersion, string registerTransformerName)
    {
        if (thisTransformerMinumumOpSetVersion > OnnxGraph.OperatorSet)
            throw new ModelExportException($"{registerTransformerName} needs version {thisTransformerMinumumOpSetVersion} of ONNX's operators, but models are written in version {OnnxGraph.OperatorSet}.");
    }

    public override string AddIntermediateVariable(DataViewType? type, string colName, bool skip = false)
    {
        string variable = NewVariable(colName);
        if (!skip && type is not null)
            _shapes[variable] = [-1, .. Dimensions(type)];
        return variable;
    }

    public override OnnxNode CreateNode(string opType, IEnumerable<string> inputs, IEnumerable<string> outputs, string name, string? domain = null) =>
        new PipelineOnnxNode(_graph.AddNode(opType, inputs, outputs, name, domain));

    public override OnnxVersion GetOnnxVersion() => OnnxVersion.Stable;

    public override List<long>? RetrieveShapeOrNull(string variableName) => _shapes.GetValueOrDefault(variableName);

    public override void RemoveColumn(string colName, bool removeVariable = false)
    {
        _columns.Remove(colName);
        _before.Remove(colName);
    }

    public override void RemoveVariable(string variableName, bool removeColumn)
    {
        foreach (string column in _columns.Where(pair => pair.Value == variableName).Select(pair => pair.Key).ToArray())
            RemoveColumn(column);
    }

    public override void RemoveInputVariable(string variableName) => RemoveColumn(variableName);

    public override string AddInitializer(bool value, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value ? 1 : 0], typeof(bool), []));

    public override string AddInitializer(float value, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], []));

    public override string AddInitializer(int value, Type type, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], type, []));

    public override string AddInitializer(string value, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], []));

    public override string AddInitializer(long value, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], []));

    public override string AddInitializer(double value, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], []));

    public override string AddInitializer(ulong value, bool isUint64, string? name = null, bool makeUniqueName = true) => Constant(name, OnnxTensors.Of([value], Unsigned(isUint64), []));

    public override string AddInitializer(IEnumerable<bool> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values.Select(value => value ? 1 : 0), typeof(bool), dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<float> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<int> values, Type type, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, type, dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<string> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<long> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<double> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, dims ?? [values.Count()]));

    public override string AddInitializer(IEnumerable<ulong> values, bool isUint64, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Constant(name, OnnxTensors.Of(values, Unsigned(isUint64), dims ?? [values.Count()]));

    /// <summary>A column as an input or output.</summary>
    /// <exception cref="ModelExportException">ONNX has no such type.</exception>
    public static OnnxTensor TensorOf(string name, DataViewType type) => new(name, OnnxElements.NameOf(OnnxElements.Of(type.GetItemType().RawType)), Dimensions(type));

    private static long[] Dimensions(DataViewType type) => type is VectorDataViewType { IsKnownSize: true } vector ? [.. vector.Dimensions.Select(size => (long)size)] : [1];

    private static Type Unsigned(bool isUint64) => isUint64 ? typeof(ulong) : typeof(uint);

    private string Constant(string? name, TensorProto constant) => _graph.AddConstant(name ?? "constant", constant);

    private string NewVariable(string wish)
    {
        string variable = _graph.NewVariable(wish);
        if (!_added.Contains(wish) || !_columns.TryAdd(wish, variable))
            _between[wish] = variable;
        return variable;
    }

    // A transform that replaces a column may ask for the variable of the old one after naming the new one (ML.NET's value mapping does): it would read its own output.
    private void ReadColumnsOfBefore()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (NodeProto node in _graph.Nodes.Skip(_nodesBefore))
        {
            RepeatedField<string> inputs = node.Input;
            for (int i = 0; i < inputs.Count; i++)
            {
                foreach ((string column, string now) in _columns)
                {
                    if (now == inputs[i] && !written.Contains(now) && _added.Contains(column) && _before.TryGetValue(column, out string? before))
                        inputs[i] = before;
                }
            }
            written.UnionWith(node.Output);
        }
    }
}
