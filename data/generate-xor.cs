// Writes xor.csv beside itself: the four corners of the exclusive or, each with Gaussian noise. Run it with: dotnet run data/generate-xor.cs
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property EnforceCodeStyleInBuild=false
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

const int rows = 1000;
const double deviation = 0.1;
// A seeded Random gives the same sequence on every platform and version of .NET.
var random = new Random(42);

var text = new StringBuilder("x1,x2,label\n");
for (int row = 0; row < rows; row++)
{
    int a = row & 1, b = (row >> 1) & 1;
    text.Append(CultureInfo.InvariantCulture, $"{a + Noise():F4},{b + Noise():F4},{a ^ b}\n");
}

string target = Path.Combine(args.FirstOrDefault() ?? Folder(), "xor.csv");
File.WriteAllText(target + ".new", text.ToString());
File.Move(target + ".new", target, overwrite: true);

// Box and Muller 1958.
double Noise() => deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
