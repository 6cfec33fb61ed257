using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace MLNet.LossExperiments.Reports.Tests;

/// <summary>The documented schema of report.json is that of the records. UPDATE_DOCS=1 accepts a change.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Theory]
    [InlineData("report.schema.json", typeof(EvaluationReport))]
    [InlineData("comparison-report.schema.json", typeof(ComparisonReport))]
    public void Schema_OfTheRecords_IsTheDocumentedOne(string file, Type type)
    {
        string schema = $"{SchemaOf(type).ToJsonString(Indented)}\n";
        string path = Path.Combine(SchemaFolder(), file);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, schema);
        Assert.Equal(File.ReadAllText(path), schema);
    }

    private static JsonObject SchemaOf(Type type)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            // Numbers that are not defined are null.
            TransformSchemaNode = (context, schema) => context.TypeInfo.Type == typeof(double)
                ? new JsonObject { ["type"] = new JsonArray("number", "null") }
                : context.TypeInfo.Type == typeof(ReadOnlyMemory<byte>) ? new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" } : schema,
        };
        var format = new JsonSerializerOptions(ReportJson.Format) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        JsonObject schema = format.GetJsonSchemaAsNode(type, options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static string SchemaFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MLNet.LossExperiments.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "docs", "schemas");
    }
}
