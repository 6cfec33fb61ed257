"""Writes regression_losses.json beside itself: regression losses and their gradients, computed by PyTorch in 64 bits.

Needs python3 with torch and numpy (Debian: python3-torch). Run it only when a loss is added; its output is committed.

Where PyTorch has the loss, it is PyTorch's; else the formula is written as its source defines it, without regard to overflow or cancellation, and differentiated
automatically. Each case has the losses of the rows, and the gradient of their sum with respect to the outputs. Inputs are 32-bit floats. An output stands for a logarithm
where the link says so, and exponentials continue along their tangent from an exponent of 30 on, which some cases visit.
"""
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

generator = np.random.default_rng(1986)
CASES_BY_CHANCE = 18


class Exponential(torch.autograd.Function):
    """The exponential with its tangent from 30 on; the derivative is stated, not derived."""

    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        top = math.exp(30)
        return torch.tensor([math.exp(v) if v <= 30 else top + top * (v - 30) for v in x.flatten().tolist()], dtype=torch.float64).reshape(x.shape)

    @staticmethod
    def backward(context, gradient):
        x, = context.saved_tensors
        return gradient * torch.tensor([math.exp(min(v, 30.0)) for v in x.flatten().tolist()], dtype=torch.float64).reshape(x.shape)


exp = Exponential.apply


def sign_cost(error, above, below):
    """Multiplies errors above 0 by one number and those below by another."""
    return torch.where(error > 0, above * error, torch.where(error < 0, below * error, 0 * error))


def quantiles(levels):
    def formula(x, y):
        ordered = torch.sort(x.reshape(*y.shape, len(levels)), dim=-1, stable=True)[0].unbind(-1)
        return sum(sign_cost(y - q, level, level - 1) for level, q in zip(levels, ordered)) / len(levels)
    return formula


def smape(x, y):
    total = x.abs() + y.abs()
    return torch.where(total == 0, 0 * x, 2 * (y - x).abs() / torch.where(total == 0, total + 1, total))


def gaussian(x, y):
    """PyTorch's takes the variance, which has no tangent; so it serves where no exponent is beyond 30, and the definition elsewhere."""
    mean, s = x.reshape(*y.shape, 2).unbind(-1)
    if bool((s.abs() < 30).all()):
        return F.gaussian_nll_loss(mean, y, torch.exp(s), full=True, eps=1e-300, reduction="none")
    return 0.5 * math.log(2 * math.pi) + s / 2 + (y - mean) ** 2 * exp(-s) / 2


def laplace(x, y):
    median, b = x.reshape(*y.shape, 2).unbind(-1)
    if bool((b.abs() < 30).all()):
        return -torch.distributions.Laplace(median, torch.exp(b)).log_prob(y)
    return math.log(2) + b + (y - median).abs() * exp(-b)


def beta_nll(beta):
    return lambda x, y: exp(beta * x.reshape(*y.shape, 2)[..., 1]).detach() * gaussian(x, y)


def msle(x, y):
    return (torch.logaddexp(x, torch.zeros_like(x)) - torch.log1p(y)) ** 2


def tweedie(p):
    return lambda x, y: -y * exp((1 - p) * x) / (1 - p) + exp((2 - p) * x) / (2 - p)


def poisson(x, y):
    return F.poisson_nll_loss(x, y, log_input=True, full=False, reduction="none") if bool((x < 30).all()) else exp(x) - y * x


def expectile(tau):
    # Two numbers in torch.where would make 32-bit weights.
    return lambda x, y: ((y > x).double() * tau + (y <= x).double() * (1 - tau)) * F.mse_loss(x, y, reduction="none")


# Name, parameters, formula, outputs for each target, labels, and whether an output is a logarithm.
LOSSES = [
    ("mae", {"": lambda x, y: F.l1_loss(x, y, reduction="none")}, 1, "any", False),
    ("huber", {f":delta={d}": (lambda d: lambda x, y: F.huber_loss(x, y, delta=d, reduction="none"))(d) for d in (1, 0.25, 7.5)}, 1, "any", False),
    ("smooth-l1", {f":beta={b}": (lambda b: lambda x, y: F.smooth_l1_loss(x, y, beta=b, reduction="none"))(b) for b in (1, 0.25, 7.5)}, 1, "any", False),
    ("log-cosh", {"": lambda x, y: torch.logaddexp(x - y, y - x) - math.log(2)}, 1, "any", False),
    ("quantile", {f":tau={t}": (lambda t: lambda x, y: sign_cost(y - x, t, t - 1))(t) for t in (0.5, 0.1, 0.975)}, 1, "any", False),
    ("quantiles", {":levels=0.1/0.5/0.9": quantiles([0.1, 0.5, 0.9])}, 3, "any", False),
    ("quantiles", {":levels=0.05/0.25/0.75/0.95": quantiles([0.05, 0.25, 0.75, 0.95])}, 4, "any", False),
    ("quantiles", {":levels=0.3": quantiles([0.3])}, 1, "any", False),
    ("expectile", {f":tau={t}": expectile(t) for t in (0.5, 0.1, 0.975)}, 1, "any", False),
    ("epsilon-insensitive", {f":epsilon={e}": (lambda e: lambda x, y: torch.clamp((y - x).abs() - e, min=0))(e) for e in (0.1, 0, 2.5)}, 1, "any", False),
    ("mape", {"": lambda x, y: (y - x).abs() / y.abs()}, 1, "nonzero", False),
    ("smape", {"": smape}, 1, "any", False),
    ("msle", {"": msle}, 1, "nonnegative", True),
    ("poisson", {"": poisson}, 1, "nonnegative", True),
    ("gamma", {"": lambda x, y: x + y * exp(-x)}, 1, "positive", True),
    ("tweedie", {f":power={p}": tweedie(p) for p in (1.5, 1.1, 1.9)}, 1, "nonnegative", True),
    ("cauchy", {f":scale={s}": (lambda s: lambda x, y: torch.log(1 + ((y - x) / s) ** 2))(s) for s in (1, 0.25, 7.5)}, 1, "any", False),
    ("student-t", {f":nu={n},scale={s}": (lambda n, s: lambda x, y: (n + 1) / 2 * torch.log(1 + (y - x) ** 2 / (n * s ** 2)))(n, s) for n, s in ((3, 1), (1, 2.5), (30, 0.5))}, 1, "any", False),
    ("gaussian-nll", {"": gaussian}, 2, "any", True),
    ("laplace-nll", {"": laplace}, 2, "any", True),
    ("beta-nll", {f":beta={b}": beta_nll(b) for b in (0.5, 0, 1)}, 2, "any", True),
]


def labels(kind, scale, shape):
    normal = generator.normal(0, scale, shape)
    if kind == "nonnegative":
        return np.where(generator.uniform(size=shape) < 0.3, 0, np.abs(normal))
    if kind == "positive":
        return np.abs(normal) + 1e-3
    return np.where(np.abs(normal) < 1e-2, 1e-2, normal) if kind == "nonzero" else normal


def case(text, name, outputs, targets, formula):
    x32, y32 = torch.tensor(np.array(outputs), dtype=torch.float32), torch.tensor(np.array(targets), dtype=torch.float32)
    x, y = x32.double().requires_grad_(True), y32.double()
    losses = formula(x, y).mean(1)
    losses.sum().backward()
    return {
        "loss": text, "form": "values", "name": name, "rows": x.shape[0], "outputsPerRow": x.shape[1],
        "outputs": x32.flatten().tolist(), "targets": y32.flatten().tolist(), "losses": losses.tolist(), "gradient": x.grad.flatten().tolist(),
    }


def by_chance(text, formula, outputs_per_target, kind, is_logarithm, count):
    for i in range(count):
        rows, targets = int(generator.integers(1, 6)), int(generator.integers(1, 4))
        scale = float(10.0 ** generator.uniform(-1.5, 1.5))
        outputs = generator.normal(0, 1.5 if is_logarithm else scale, (rows, targets, outputs_per_target))
        if outputs_per_target == 2:
            outputs[..., 0] *= scale
        yield case(text, f"random {i}", outputs.reshape(rows, -1), labels(kind, scale, (rows, targets)), formula)


def extremes(text, formula, outputs_per_target, kind, is_logarithm):
    targets = {"any": [0.0, 1.0, -50.0, 1e4], "nonzero": [0.5, 1.0, -50.0, 1e4], "nonnegative": [0.0, 1.0, 50.0, 1e4], "positive": [1e-3, 1.0, 50.0, 1e4]}[kind]
    sizes = [0.0, 1.0, 25.0, 100.0, 1e4] if is_logarithm else [0.0, 1e-4, 1.0, 100.0, 1e4]
    for size in sizes:
        for sign in (1, -1) if size else (1,):
            row = {1: [sign * size], 2: [1.0, sign * size]}.get(outputs_per_target, [sign * size * (1 + k % 3) for k in range(outputs_per_target)])
            yield case(text, f"outputs of size {sign * size}", [row] * 4, [[t] for t in targets], formula)
    if not is_logarithm:
        yield case(text, "exact", [[t] * outputs_per_target for t in targets], [[t] for t in targets], formula)


cases = []
for name, forms, *kinds in LOSSES:
    for text, formula in forms.items():
        cases += by_chance(name + text, formula, *kinds, CASES_BY_CHANCE // len(forms))
        cases += extremes(name + text, formula, *kinds)

target = pathlib.Path(__file__).with_name("regression_losses.json")
body = ",\n".join(json.dumps(c, allow_nan=False) for c in cases)
target.write_text(f'{{"torch": "{torch.__version__}", "precision": "64-bit, from 32-bit inputs", "cases": [\n{body}\n]}}\n')
