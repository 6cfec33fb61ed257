// Writes xor.csv beside itself: the four corners of the exclusive or, each with Gaussian noise. Run it with: dotnet run data/generate-xor.cs
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property EnforceCodeStyleInBuild=false
using System.Globalization;
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

// Not [CallerFilePath]: a build that maps source paths, as on a build server, puts a folder there that does not exist.
string folder = AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Run this file with 'dotnet run' of .NET 10 or later, which says where it lies.");
string target = Path.Combine(folder, "xor.csv");
File.WriteAllText(target + ".new", text.ToString());
File.Move(target + ".new", target, overwrite: true);

// Box and Muller 1958.
double Noise() => deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
