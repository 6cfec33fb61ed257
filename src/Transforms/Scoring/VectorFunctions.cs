using System.Runtime.Intrinsics;

namespace MLNet.LossExperiments.Scoring;

/// <summary>
/// The functions of activations, output ranges and links on vector registers. They compute in double precision, because e^x − 1 and log(1 + y)
/// lose all digits of a float near zero; what is rounded back to a float is then right to the last digit or two.
/// </summary>
internal static class VectorFunctions
{
    private static readonly Vector256<double> One = Vector256<double>.One;

    public static Vector256<double> LeakyReLU(Vector256<double> x) => Vector256.Max(x, x * 0.01);

    public static Vector256<double> ELU(Vector256<double> x) =>
        Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Exp(x) - One, x);

    // Klambauer et al. 2017, appendix: the fixed point of zero mean and unit variance, to the digits of a double.
    public static Vector256<double> SELU(Vector256<double> x) =>
        Vector256.ConditionalSelect(
            Vector256.LessThan(x, Vector256<double>.Zero),
            (Vector256.Exp(x) - One) * (1.6732632423543772 * 1.0507009873554805),
            x * 1.0507009873554805);

    public static Vector256<double> GELU(Vector256<double> x) => x * 0.5 * ComplementaryError(-x * double.Sqrt(0.5));

    public static Vector256<double> SiLU(Vector256<double> x) => x * Sigmoid(x);

    // tanh(log(1 + e^x)) = n / (n + 2) with n = e^x (e^x + 2); beyond 20 the quotient is 1 to the last digit and n could overflow.
    public static Vector256<double> Mish(Vector256<double> x)
    {
        Vector256<double> exp = Vector256.Exp(Vector256.Min(x, Vector256.Create(20.0)));
        Vector256<double> n = exp * (exp + Vector256.Create(2.0));
        return x * n / (n + Vector256.Create(2.0));
    }

    public static Vector256<double> Tanh(Vector256<double> x)
    {
        // The sign is put back at the end, so that e^(2|x|) is only ever large, where it does not matter.
        Vector256<double> size = Vector256.Min(Vector256.Abs(x), Vector256.Create(20.0));
        Vector256<double> result = One - Vector256.Create(2.0) / (Vector256.Exp(size + size) + One);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), -result, result);
    }

    public static Vector256<double> Sigmoid(Vector256<double> x) => One / (One + Vector256.Exp(-x));

    // log(1 + y) = y · log(u) / (u − 1) with u = 1 + y in floating point (Kahan); where u is 1 it is y.
    public static Vector256<double> Softplus(Vector256<double> x)
    {
        Vector256<double> y = Vector256.Exp(-Vector256.Abs(x));
        Vector256<double> u = One + y;
        Vector256<double> log = Vector256.ConditionalSelect(Vector256.Equals(u, One), y, y * Vector256.Log(u) / (u - One));
        return Vector256.Max(x, Vector256<double>.Zero) + log;
    }

    // Press et al., Numerical Recipes, 2nd edition, section 6.2: relative error below 1.2e-7 everywhere.
    private static Vector256<double> ComplementaryError(Vector256<double> x)
    {
        Vector256<double> z = Vector256.Abs(x);
        Vector256<double> t = One / (One + z * 0.5);
        Vector256<double> p = Vector256.Create(0.17087277);
        foreach (double coefficient in (ReadOnlySpan<double>)[-0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223])
            p = p * t + Vector256.Create(coefficient);
        Vector256<double> result = t * Vector256.Exp(p - z * z);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Create(2.0) - result, result);
    }
}
