"""Writes losses.json beside itself: losses and their gradients as PyTorch computes them.

Needs python3 with torch and numpy (Debian: python3-torch). Run it only when a loss is added; its output is committed.

Each case has the losses of the rows, and the gradient of their sum with respect to the outputs. Inputs are 32-bit floats; references are computed from them in 64 bits, but
for bce-probabilities, whose behaviour once a 32-bit probability saturates is what is to be compared.
"""
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

generator = np.random.default_rng(2022)
EXTREMES = [0.0, 1e-4, -1e-4, 1.0, -1.0, 30.0, -30.0, 100.0, -100.0]


def bce_probabilities(outputs, targets):
    return F.binary_cross_entropy(torch.sigmoid(outputs), targets, reduction="none").sum(1)


def case(loss, form, name, outputs, targets, formula, dtype=torch.float64):
    x = torch.tensor(outputs, dtype=torch.float32).to(dtype).requires_grad_(True)
    t = torch.tensor(targets) if form == "indices" else torch.tensor(targets, dtype=torch.float32).to(dtype)
    losses = formula(x, t)
    losses.sum().backward()
    return {
        "loss": loss, "form": form, "name": name, "rows": x.shape[0], "outputsPerRow": x.shape[1],
        "outputs": [float(v) for v in torch.tensor(outputs, dtype=torch.float32).flatten()],
        "targets": [float(v) for v in (t if form == "indices" else torch.tensor(targets, dtype=torch.float32)).flatten()],
        "losses": [float(v) for v in losses.detach()],
        "gradient": [float(v) for v in x.grad.flatten()],
    }


def batches(count):
    for i in range(count):
        rows = int(generator.integers(1, 9))
        yield i, rows, float(10.0 ** generator.uniform(-2, 1.5))


def regression():
    formula = lambda x, t: F.mse_loss(x, t, reduction="none").sum(1)
    for i, rows, scale in batches(20):
        yield case("mse", "values", f"random {i}", generator.normal(0, scale, (rows, 1)), generator.normal(0, scale, (rows, 1)), formula)
    for value in [0.0, 1e-6, 1.0, -50.0, 1e4]:
        yield case("mse", "values", f"exact {value}", [[value]], [[value]], formula)
        yield case("mse", "values", f"off by 1 at {value}", [[value], [value]], [[value + 1], [value - 1]], formula)
    for value in [30.0, 100.0, 1e4]:
        yield case("mse", "values", f"opposite signs of {value}", [[value], [-value], [value]], [[-value], [value], [0.0]], formula)


def binary(loss, formula, dtype):
    for i, rows, scale in batches(16):
        yield case(loss, "values", f"random {i}", generator.normal(0, scale, (rows, 1)), generator.integers(0, 2, (rows, 1)), formula, dtype)
    for score in EXTREMES:
        yield case(loss, "values", f"score {score}", [[score], [score]], [[0.0], [1.0]], formula, dtype)
    yield case(loss, "values", "score 1e4", [[1e4], [-1e4]], [[1.0], [0.0]], formula, dtype)
    yield case(loss, "values", "score 1e4 on the wrong side", [[1e4], [-1e4]], [[0.0], [1.0]], formula, dtype)


def multiclass(loss, form, formula):
    def targets(rows, classes):
        return generator.integers(0, classes, rows) if form == "indices" else generator.dirichlet(np.ones(classes), rows)

    for i, rows, scale in batches(16):
        classes = int(generator.integers(2, 11))
        yield case(loss, form, f"random {i}", generator.normal(0, scale, (rows, classes)), targets(rows, classes), formula)
    for score in EXTREMES:
        yield case(loss, form, f"scores 0, {score}, {-score}", [[0.0, score, -score]] * 3, [0, 1, 2] if form == "indices" else np.eye(3), formula)
    yield case(loss, form, "ties", [[5.0] * 4], targets(1, 4), formula)
    yield case(loss, form, "scores of 1e4", [[1e4, 0.0], [0.0, 1e4]], [0, 0] if form == "indices" else [[0.5, 0.5], [1.0, 0.0]], formula)
    if form == "probabilities":
        soft = [[0.5, 0.25, 0.25], [0.0, 0.125, 0.875], [0.25, 0.75, 0.0]]
        for score in [0.0, 30.0, 100.0, 1e4]:
            yield case(loss, form, f"soft targets, scores 0, {score}, {-score}", [[0.0, score, -score]] * 3, soft, formula)


cases = [
    *regression(),
    *binary("bce-logits", lambda x, t: F.binary_cross_entropy_with_logits(x, t, reduction="none").sum(1), torch.float64),
    *binary("bce-probabilities", bce_probabilities, torch.float32),
    *multiclass("cross-entropy", "indices", lambda x, t: F.cross_entropy(x, t, reduction="none")),
    *multiclass("cross-entropy", "probabilities", lambda x, t: F.cross_entropy(x, t, reduction="none")),
    *multiclass("nll", "indices", lambda x, t: F.nll_loss(F.log_softmax(x, 1), t, reduction="none")),
]
target = pathlib.Path(__file__).with_name("losses.json")
body = ",\n".join(json.dumps(c, allow_nan=False) for c in cases)
precision = "64-bit, from 32-bit inputs; bce-probabilities 32-bit throughout, for its saturation is what is compared"
target.write_text(f'{{"torch": "{torch.__version__}", "precision": "{precision}", "cases": [\n{body}\n]}}\n')
