"""Writes classification_losses.json beside itself: classification losses and their gradients, computed by PyTorch in 64 bits.

Needs python3 with torch and numpy (Debian: python3-torch). Run it only when a loss is added; its output is committed.

Where PyTorch has the loss (cross-entropies, negative log-likelihood, multi-margin), it is PyTorch's; else the formula is written from probabilities as its source defines it, without regard to
cancellation, on scores for which 64 bits bear that, and differentiated automatically. Each case has the losses of the rows, and the gradient of their sum with respect to the outputs; a loss of the whole
batch stands in every row. Inputs are 32-bit floats.
"""
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

generator = np.random.default_rng(1999)
CASES_BY_CHANCE = 22


def case(loss, form, name, outputs, targets, formula):
    x = torch.tensor(outputs, dtype=torch.float32).double().requires_grad_(True)
    t = torch.tensor(targets) if form == "indices" else torch.tensor(targets, dtype=torch.float32).double()
    losses = formula(x, t)
    losses.sum().backward()
    return {
        "loss": loss, "form": form, "name": name, "rows": x.shape[0], "outputsPerRow": x.shape[1],
        "outputs": [float(v) for v in torch.tensor(outputs, dtype=torch.float32).flatten()],
        "targets": [float(v) for v in (t if form == "indices" else torch.tensor(targets, dtype=torch.float32)).flatten()],
        "losses": [float(v) for v in losses.detach()],
        "gradient": [float(v) for v in x.grad.flatten()],
    }


def right(x, t):
    """The probability of the target's class, of two."""
    return torch.where(t > 0.5, torch.sigmoid(x), torch.sigmoid(-x)).squeeze(1)


def wrong(x, t):
    return torch.where(t > 0.5, torch.sigmoid(-x), torch.sigmoid(x)).squeeze(1)


def margin(x, t):
    return ((2 * t - 1) * x).squeeze(1)


def bce(positive_weight, smoothing):
    return lambda x, t: F.binary_cross_entropy_with_logits(x, t * (1 - smoothing) + smoothing / 2, pos_weight=torch.tensor(float(positive_weight), dtype=torch.float64), reduction="none").squeeze(1)


def focal(gamma, alpha):
    return lambda x, t: -(alpha * t + (1 - alpha) * (1 - t)).squeeze(1) * wrong(x, t) ** gamma * torch.log(right(x, t))


def smoothed_hinge(c):
    def formula(x, t):
        z = margin(x, t)
        return torch.where(z >= 1, 0 * z, torch.where(z > 1 - c, (1 - z) ** 2 / (2 * c), 1 - z - c / 2))
    return formula


def asymmetric(gamma_positive, gamma_negative, m):
    def formula(x, t):
        p = torch.sigmoid(x).squeeze(1)
        q = torch.clamp(p - m, min=0)
        inside = torch.where(q > 0, q, torch.ones_like(q))
        negative = torch.where(q > 0, -inside ** gamma_negative * torch.log(torch.where(q > 0, torch.sigmoid(-x).squeeze(1) + m, torch.ones_like(q))), torch.zeros_like(q))
        return torch.where(t.squeeze(1) > 0.5, -(1 - p) ** gamma_positive * torch.log(p), negative)
    return formula


def tversky(alpha, beta, smooth):
    def formula(x, t):
        p, t = torch.sigmoid(x).squeeze(1), t.squeeze(1)
        tp, fp, fn = (p * t).sum(), (p * (1 - t)).sum(), ((1 - p) * t).sum()
        return (1 - (tp + smooth) / (tp + alpha * fp + beta * fn + smooth)).expand(len(t))
    return formula


def dice(smooth):
    def formula(x, t):
        p, t = torch.sigmoid(x).squeeze(1), t.squeeze(1)
        return (1 - (2 * (p * t).sum() + smooth) / (p.sum() + t.sum() + smooth)).expand(len(t))
    return formula


def auc(cost):
    def formula(x, t):
        pairs = [cost(x[i, 0] - x[j, 0]) for i in range(len(t)) for j in range(len(t)) if t[i] > 0.5 > t[j]]
        return (sum(pairs) / len(pairs) if pairs else 0 * x.sum()).expand(len(t))
    return formula


BINARY = {
    "bce-logits:positive-weight=3,label-smoothing=0": bce(3, 0),
    "bce-logits:positive-weight=1,label-smoothing=0.2": bce(1, 0.2),
    "bce-logits:positive-weight=0.5,label-smoothing=0.1": bce(0.5, 0.1),
    "focal:gamma=2,alpha=0.25": focal(2, 0.25),
    "focal:gamma=0,alpha=0.5": focal(0, 0.5),
    "focal:gamma=3,alpha=0.9": focal(3, 0.9),
    "hinge": lambda x, t: torch.clamp(1 - margin(x, t), min=0),
    "squared-hinge": lambda x, t: torch.clamp(1 - margin(x, t), min=0) ** 2,
    "smoothed-hinge:smoothing=1": smoothed_hinge(1),
    "smoothed-hinge:smoothing=0.3": smoothed_hinge(0.3),
    "exponential": lambda x, t: torch.exp(-margin(x, t)),
    "brier": lambda x, t: (torch.sigmoid(x) - t).squeeze(1) ** 2,
    "asymmetric:gamma-positive=1,gamma-negative=4,margin=0.05": asymmetric(1, 4, 0.05),
    "asymmetric:gamma-positive=0,gamma-negative=2,margin=0": asymmetric(0, 2, 0),
    "gce:q=0.7": lambda x, t: (1 - right(x, t) ** 0.7) / 0.7,
    "gce:q=1": lambda x, t: 1 - right(x, t),
    "tversky:alpha=0.5,beta=0.5,smooth=1": tversky(0.5, 0.5, 1),
    "tversky:alpha=0.3,beta=0.7,smooth=0.5": tversky(0.3, 0.7, 0.5),
    "dice:smooth=1": dice(1),
    "auc:surrogate=logistic": auc(lambda d: torch.log(1 + torch.exp(-d))),
    "auc:surrogate=squared-hinge": auc(lambda d: torch.clamp(1 - d, min=0) ** 2),
}


def softmax_of_target(x, t):
    return torch.softmax(x, 1).gather(1, t.unsqueeze(1)).squeeze(1)


def cross_entropy(weights, smoothing):
    weight = None if weights is None else torch.tensor(weights, dtype=torch.float64)

    def formula(x, t):
        w = weight if weight is None or x.shape[1] == len(weight) else None
        return F.cross_entropy(x, t, weight=w, label_smoothing=smoothing, reduction="none")
    return formula


def ordinal(x, t):
    """The probability of the target's class is a product; its negative logarithm is the sum of the binary cross-entropies."""
    rows = []
    for row, y in zip(x, t.tolist()):
        above = torch.sigmoid(row)
        rows.append(-sum([torch.log(above[j]) for j in range(min(y, len(row)))] + ([torch.log(torch.sigmoid(-row[y]))] if y < len(row) else [])))
    return torch.stack(rows)


WEIGHTS = [1.0, 0.5, 3.0, 2.0]
MULTICLASS = {
    "cross-entropy:class-weights=1/0.5/3/2,label-smoothing=0": cross_entropy(WEIGHTS, 0.0),
    "cross-entropy:class-weights=none,label-smoothing=0.2": cross_entropy(None, 0.2),
    "cross-entropy:class-weights=1/0.5/3/2,label-smoothing=0.1": cross_entropy(WEIGHTS, 0.1),
    "nll:class-weights=1/0.5/3/2": lambda x, t: F.nll_loss(F.log_softmax(x, 1), t, weight=torch.tensor(WEIGHTS, dtype=torch.float64), reduction="none"),
    "focal:gamma=2": lambda x, t: -(1 - softmax_of_target(x, t)) ** 2 * torch.log(softmax_of_target(x, t)),
    "focal:gamma=0": lambda x, t: -torch.log(softmax_of_target(x, t)),
    "multi-margin:margin=1,power=1": lambda x, t: F.multi_margin_loss(x, t, reduction="none"),
    "multi-margin:margin=0.5,power=2": lambda x, t: F.multi_margin_loss(x, t, p=2, margin=0.5, reduction="none"),
    "gce:q=0.7": lambda x, t: (1 - softmax_of_target(x, t) ** 0.7) / 0.7,
    "gce:q=1": lambda x, t: 1 - softmax_of_target(x, t),
    "sce:alpha=0.1,beta=1": lambda x, t: -0.1 * torch.log(softmax_of_target(x, t)) + 4 * (1 - softmax_of_target(x, t)),
    "sce:alpha=6,beta=0.1": lambda x, t: -6 * torch.log(softmax_of_target(x, t)) + 0.4 * (1 - softmax_of_target(x, t)),
    "poly-1:epsilon=1": lambda x, t: -torch.log(softmax_of_target(x, t)) + (1 - softmax_of_target(x, t)),
    "poly-1:epsilon=-1": lambda x, t: -torch.log(softmax_of_target(x, t)) - (1 - softmax_of_target(x, t)),
    "brier": lambda x, t: ((torch.softmax(x, 1) - F.one_hot(t, x.shape[1])) ** 2).sum(1),
    "ordinal": ordinal,
}
SOFT = {
    "cross-entropy:class-weights=1/0.5/3/2,label-smoothing=0.1": cross_entropy(WEIGHTS, 0.1),
    "brier": lambda x, t: ((torch.softmax(x, 1) - t) ** 2).sum(1),
}


def scales():
    for i in range(CASES_BY_CHANCE):
        yield i, int(generator.integers(2, 9)), float(10.0 ** generator.uniform(-2, 1.0))


def binary(loss, formula):
    for i, rows, scale in scales():
        yield case(loss, "values", f"random {i}", generator.normal(0, scale, (rows, 1)), generator.integers(0, 2, (rows, 1)), formula)
    for score in [0.0, 1.0, -1.0, 5.0, -5.0, 20.0, -20.0]:
        yield case(loss, "values", f"score {score}", [[score], [score]], [[0.0], [1.0]], formula)


def multiclass(loss, form, formula):
    for i, rows, scale in scales():
        targets = generator.integers(0, 4, rows) if form == "indices" else generator.dirichlet(np.ones(4), rows)
        yield case(loss, form, f"random {i}", generator.normal(0, scale, (rows, 3 if loss == "ordinal" else 4)), targets, formula)
    if loss != "ordinal":
        for score in [0.0, 5.0, 20.0]:
            yield case(loss, form, f"scores 0, {score}, {-score}", [[0.0, score, -score, 1.0]] * 4, [0, 1, 2, 3] if form == "indices" else np.eye(4), formula)


cases = [c for loss, formula in BINARY.items() for c in binary(loss, formula)]
cases += [c for loss, formula in MULTICLASS.items() for c in multiclass(loss, "indices", formula)]
cases += [c for loss, formula in SOFT.items() for c in multiclass(loss, "probabilities", formula)]
target = pathlib.Path(__file__).with_name("classification_losses.json")
body = ",\n".join(json.dumps(c, allow_nan=False) for c in cases)
target.write_text(f'{{"torch": "{torch.__version__}", "precision": "64-bit, from 32-bit inputs", "cases": [\n{body}\n]}}\n')
