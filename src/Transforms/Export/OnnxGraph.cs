using Google.Protobuf.Collections;
using MLNet.LossExperiments.Export.Protobuf;

namespace MLNet.LossExperiments.Export;

/// <summary>An ONNX graph in the making. What no output depends on is left out of the model: operators, constants and inputs.</summary>
internal sealed class OnnxGraph
{
    /// <summary>The operators that ML.NET's transforms write are those of this version; later ones take other arguments.</summary>
    public const int OperatorSet = 12;

    // The first versions of the file format and of the operators for classical models that go with the operators above.
    private const int FormatVersion = 7;
    private const int ClassicalOperatorSet = 2;
    private const string ClassicalDomain = "ai.onnx.ml";
    private const string RowsDimension = "rows";

    // They take what they are given for the words of one text, however many rows it is.
    private static readonly string[] OneRowOperators = ["StringNormalizer", "Tokenizer", "TfIdfVectorizer"];

    private readonly OnnxNames _variables = new();
    private readonly OnnxNames _nodeNames = new();
    private readonly List<NodeProto> _nodes = [];
    private readonly List<TensorProto> _constants = [];
    private readonly List<OnnxTensor> _inputs = [];
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    public IReadOnlyList<NodeProto> Nodes => _nodes;

    public bool IsVariable(string name) => _variables.IsTaken(name);

    /// <summary>Whether a variable has a value: it is an input, a constant, or the output of an operator.</summary>
    public bool IsDefined(string variable) => _defined.Contains(variable);

    public string NewVariable(string wish) => _variables.Claim(wish);

    public string NewNodeName(string wish) => _nodeNames.Claim(wish);

    /// <summary>Adds an input under its own name, which must be new.</summary>
    public void AddInput(OnnxTensor input)
    {
        _inputs.Add(input);
        _defined.Add(_variables.Claim(input.Name));
    }

    /// <summary>Adds a constant and gives its name.</summary>
    public string AddConstant(string wish, TensorProto constant)
    {
        constant.Name = _variables.Claim(wish);
        _constants.Add(constant);
        _defined.Add(constant.Name);
        return constant.Name;
    }

    /// <param name="operation">The operator.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="name">The name of the node, new.</param>
    /// <param name="domain">The domain of the operator; null for that of classical models.</param>
    public NodeProto AddNode(string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, string name, string? domain)
    {
        var node = new NodeProto { OpType = operation, Name = name, Domain = domain ?? ClassicalDomain };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        _nodes.Add(node);
        _defined.UnionWith(node.Output);
        return node;
    }

    /// <summary>The model that gives some of the variables.</summary>
    /// <param name="outputs">The outputs and the variables that hold their values.</param>
    /// <param name="producer">Who made the model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="export">What the model takes and gives. An output is named as asked, but where an input has that name too, <c>.output</c> follows it.</param>
    public ModelProto Build(IReadOnlyList<(string Variable, OnnxTensor Tensor)> outputs, string producer, string version, out OnnxExport export)
    {
        HashSet<string> needed = FindNeeded(outputs.Select(output => output.Variable));
        OnnxTensor[] inputs = [.. _inputs.Where(input => needed.Contains(input.Name))];
        HashSet<string> inputNames = [.. inputs.Select(input => input.Name)];
        OnnxTensor[] named = [.. outputs.Select(output => inputNames.Contains(output.Tensor.Name) ? output.Tensor with { Name = $"{output.Tensor.Name}.output" } : output.Tensor)];

        var graph = new GraphProto { Name = producer };
        graph.Initializer.AddRange(_constants.Where(constant => needed.Contains(constant.Name)).Select(constant => constant.Clone()));
        graph.Node.AddRange(_nodes.Where(node => node.Output.Any(needed.Contains)).Select(node => node.Clone()));
        var names = new OnnxNames();
        foreach (string name in inputNames.Concat(named.Select(output => output.Name)))
            names.Claim(name);
        Dictionary<string, string> nameNow = Rename(graph, inputNames, names);
        for (int i = 0; i < outputs.Count; i++)
            AddOutput(graph, nameNow[outputs[i].Variable], named[i], names);
        int? rows = graph.Node.Any(node => OneRowOperators.Contains(node.OpType)) ? 1 : null;
        graph.Input.AddRange(inputs.Select(input => Describe(input, rows)));
        graph.Output.AddRange(named.Select(output => Describe(output, rows)));

        export = new OnnxExport(inputs, named, OperatorSet, rows);
        var model = new ModelProto { IrVersion = FormatVersion, ProducerName = producer, ProducerVersion = version, Graph = graph };
        model.OpsetImport.AddRange(graph.Node.Select(node => node.Domain).Distinct().Select(domain => new OperatorSetIdProto { Domain = domain, Version = VersionOf(domain) }));
        return model;
    }

    private static long VersionOf(string domain) => domain switch
    {
        "" => OperatorSet,
        ClassicalDomain => ClassicalOperatorSet,
        _ => 1,
    };

    private HashSet<string> FindNeeded(IEnumerable<string> variables)
    {
        var needed = new HashSet<string>(variables, StringComparer.Ordinal);
        foreach (NodeProto node in Enumerable.Reverse(_nodes).Where(node => node.Output.Any(needed.Contains)))
            needed.UnionWith(node.Input);
        return needed;
    }

    // Inputs and outputs have first choice of names, the variables between must give way.
    private static Dictionary<string, string> Rename(GraphProto graph, IEnumerable<string> inputs, OnnxNames names)
    {
        // Where an operator has an input or an output that it can do without, the name is empty.
        Dictionary<string, string> now = inputs.Append("").ToDictionary(name => name);
        foreach (TensorProto constant in graph.Initializer)
            constant.Name = now[constant.Name] = names.Claim(constant.Name);
        foreach (NodeProto node in graph.Node)
        {
            Replace(node.Input, name => now[name]);
            Replace(node.Output, name => name.Length == 0 ? name : now[name] = names.Claim(name));
        }
        return now;
    }

    private static void Replace(RepeatedField<string> names, Func<string, string> replacement)
    {
        for (int i = 0; i < names.Count; i++)
            names[i] = replacement(names[i]);
    }

    // Reshaped, since some of ML.NET's operators leave a dimension of 1 in the midst of a vector. 0 stands for the number of rows, whatever it is.
    private static void AddOutput(GraphProto graph, string variable, OnnxTensor output, OnnxNames names)
    {
        long[] dimensions = [0, .. output.Dimensions];
        TensorProto shape = OnnxTensors.Of(dimensions, [dimensions.Length]);
        shape.Name = names.Claim($"{output.Name}.shape");
        graph.Initializer.Add(shape);
        graph.Node.Add(new NodeProto { OpType = "Reshape", Name = $"Output {output.Name}", Input = { variable, shape.Name }, Output = { output.Name } });
    }

    private static ValueInfoProto Describe(OnnxTensor tensor, int? rows)
    {
        var shape = new TensorShapeProto { Dim = { rows is { } count ? SizeOf(count) : new TensorShapeProto.Types.Dimension { DimParam = RowsDimension } } };
        shape.Dim.AddRange(tensor.Dimensions.Select(SizeOf));
        return new ValueInfoProto { Name = tensor.Name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = OnnxElements.Parse(tensor.ElementType), Shape = shape } } };
    }

    private static TensorShapeProto.Types.Dimension SizeOf(long size) => new() { DimValue = size };
}
