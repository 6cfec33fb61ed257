"""Writes evaluations.json: predictions, and what scikit-learn, SciPy and NumPy say about them.

Run with a Python that has scikit-learn 1.2.1: python3 evaluations.py
"""
import json
from pathlib import Path

import numpy as np
import sklearn
import sklearn.metrics as m
from scipy import stats

RESAMPLES = 4000


def singles(values):
    """What is left of numbers in 32 bits, as the predictions of ML.NET are."""
    return np.asarray(values, dtype=np.float32).astype(np.float64)


def intervals(rows, figures):
    """Percentile intervals, with NumPy's own resampling, and the standard deviation of each figure over the resamples."""
    random = np.random.default_rng(99)
    found = {name: [] for name in figures}
    for _ in range(RESAMPLES):
        drawn = random.integers(0, rows, rows)
        for name, figure in figures.items():
            found[name].append(figure(drawn))
    return {
        name: {"low": np.percentile(values, 2.5), "high": np.percentile(values, 97.5), "deviation": np.std(values)}
        for name, values in found.items()
    }


def wilson(share, rows):
    interval = stats.binomtest(int(round(share * rows)), int(rows)).proportion_ci(0.95, "wilson")
    return [interval.low, interval.high]


def regression():
    random = np.random.default_rng(1)
    rows = 200
    actual = singles(np.round(random.gamma(3, 4, rows) + 1, 1))  # with ties
    predicted = singles(actual + random.standard_t(3, rows) * (1 + 0.1 * actual))
    weights = singles(random.integers(1, 5, rows) / 2)
    variances = singles((1 + 0.1 * actual) ** 2 * random.uniform(0.5, 2, rows))
    levels = [0.05, 0.25, 0.5, 0.75, 0.95]
    quantiles = singles(predicted[:, None] + stats.norm.ppf(levels)[None, :] * np.sqrt(variances)[:, None] * 1.3)

    def metrics(w):
        error = actual - predicted
        return {
            "rmse": np.sqrt(m.mean_squared_error(actual, predicted, sample_weight=w)),
            "mae": m.mean_absolute_error(actual, predicted, sample_weight=w),
            "mse": m.mean_squared_error(actual, predicted, sample_weight=w),
            "r2": m.r2_score(actual, predicted, sample_weight=w),
            "mape": m.mean_absolute_percentage_error(actual, predicted, sample_weight=w),
            "bias": np.average(error, weights=w),
        }

    plain = metrics(None)
    plain["median-ae"] = m.median_absolute_error(actual, predicted)
    weighted = metrics(weights)
    # A weight of k halves is the row k times.
    repeated = np.repeat(np.abs(actual - predicted), (weights * 2).astype(int))
    weighted["median-ae"] = np.median(repeated)

    def pinballs(w):
        return [m.mean_pinball_loss(actual, quantiles[:, i], sample_weight=w, alpha=level) for i, level in enumerate(levels)]

    held = (quantiles[:, 0] <= actual) & (actual <= quantiles[:, -1])
    below = [(actual <= quantiles[:, i]) for i in range(len(levels))]
    residuals = actual - predicted
    groups = np.array_split(np.sort(predicted), 10)
    bounds = [(g[0], g[-1]) for g in groups]
    by_prediction = []
    for low, high in bounds:
        inside = (predicted >= low) & (predicted <= high)
        absolute = np.abs(residuals[inside])
        half = stats.norm.ppf(0.975) * absolute.std(ddof=1) / np.sqrt(inside.sum())
        by_prediction.append([low, high, int(inside.sum()), actual[inside].mean(), predicted[inside].mean(), absolute.mean(), absolute.mean() - half, absolute.mean() + half, np.sqrt((absolute**2).mean())])
    return {
        "actual": actual, "predicted": predicted, "weights": weights, "variances": variances, "levels": levels, "quantiles": quantiles.ravel(),
        "metrics": plain, "weightedMetrics": weighted,
        "pinball": pinballs(None), "weightedPinball": pinballs(weights),
        "gaussianNll": -np.mean(stats.norm.logpdf(actual, predicted, np.sqrt(variances))),
        "coverage": held.mean(), "coverageInterval": wilson(held.mean(), rows), "weightedCoverage": np.average(held, weights=weights),
        "meanWidth": (quantiles[:, -1] - quantiles[:, 0]).mean(), "medianWidth": np.median(quantiles[:, -1] - quantiles[:, 0]),
        "observed": [b.mean() for b in below],
        "varianceCoverage": ((predicted - stats.norm.ppf(0.95) * np.sqrt(variances) <= actual) & (actual <= predicted + stats.norm.ppf(0.95) * np.sqrt(variances))).mean(),
        "normalExpected": stats.norm.ppf((np.arange(rows) + 0.5) / rows), "sortedResiduals": np.sort(residuals), "residualDeviation": residuals.std(ddof=1),
        "residualQuartiles": np.percentile(residuals, [0, 25, 50, 75, 100]),
        "byPrediction": by_prediction,
        "intervals": intervals(rows, {
            "rmse": lambda i: np.sqrt(m.mean_squared_error(actual[i], predicted[i])),
            "mae": lambda i: m.mean_absolute_error(actual[i], predicted[i]),
            "median-ae": lambda i: m.median_absolute_error(actual[i], predicted[i]),
            "r2": lambda i: m.r2_score(actual[i], predicted[i]),
            "bias": lambda i: np.mean(actual[i] - predicted[i]),
        }),
    }


LEAST = np.finfo(np.float32).eps  # where scikit-learn clips probabilities of 32 bits


def expected_calibration_error(probability, came, w, bins=15):
    """The debiased error of Kumar, Liang and Ma (2019): pair by pair, no row with itself."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    error = 0
    for b in range(bins):
        inside = (place == b) & (w > 0)
        pairs = np.outer(w[inside], w[inside])
        np.fill_diagonal(pairs, 0)
        if pairs.sum() > 0:
            residuals = came[inside] - probability[inside]
            error += w[inside].sum() * (pairs * np.outer(residuals, residuals)).sum() / pairs.sum()
    return np.sqrt(max(0, error / w.sum()))


def binary():
    random = np.random.default_rng(2)
    rows = 240
    logit = random.normal(-0.7, 1.5, rows)
    actual = random.random(rows) < 1 / (1 + np.exp(-logit * 1.2))
    scores = singles(np.round(1 / (1 + np.exp(-logit - random.normal(0, 0.7, rows))), 2))  # with ties
    weights = singles(random.integers(1, 5, rows) / 2)
    called = scores > 0.5

    def metrics(w):
        tn, fp, fn, tp = m.confusion_matrix(actual, called, sample_weight=w).ravel()
        return {
            "accuracy": m.accuracy_score(actual, called, sample_weight=w),
            "balanced-accuracy": m.balanced_accuracy_score(actual, called, sample_weight=w),
            "auc": m.roc_auc_score(actual, scores, sample_weight=w),
            "average-precision": m.average_precision_score(actual, scores, sample_weight=w),
            "f1": m.f1_score(actual, called, sample_weight=w),
            "precision": m.precision_score(actual, called, sample_weight=w),
            "recall": m.recall_score(actual, called, sample_weight=w),
            "specificity": tn / (tn + fp),
            "mcc": m.matthews_corrcoef(actual, called, sample_weight=w),
            "log-loss": m.log_loss(actual, scores, sample_weight=w, eps=LEAST),
            "brier": m.brier_score_loss(actual, scores, sample_weight=w),
            "ece": expected_calibration_error(scores, actual, np.ones(rows) if w is None else w),
        }

    def costs(fp_cost, fn_cost):
        candidates = np.concatenate([[-1], np.unique(scores)])
        return min(((actual & (scores <= t)).sum() * fn_cost + (~actual & (scores > t)).sum() * fp_cost) / rows for t in candidates)

    candidates = np.concatenate([[-1], np.unique(scores)])
    roc = m.roc_curve(actual, scores, drop_intermediate=False)
    place = np.minimum((scores * 15).astype(int), 14)
    order = np.argsort(-scores, kind="stable")
    return {
        "actual": actual.tolist(), "scores": scores, "weights": weights,
        "metrics": metrics(None), "weightedMetrics": metrics(weights),
        "falsePositiveRate": roc[0], "truePositiveRate": roc[1],
        "leastCost": costs(1, 5), "greatestF1": max(m.f1_score(actual, scores > t) for t in candidates if (scores > t).any()),
        "greatestYouden": max((actual & (scores > t)).sum() / actual.sum() - (~actual & (scores > t)).sum() / (~actual).sum() for t in candidates),
        "bins": [[scores[place == b].mean(), actual[place == b].mean(), *wilson(actual[place == b].mean(), (place == b).sum()), int((place == b).sum())] for b in range(15)],
        "worst": np.sort(-np.log(np.maximum(LEAST, np.where(actual, scores, 1 - scores))))[::-1][:5],
        "gainAtGroups": [[(scores >= t).mean(), (actual & (scores >= t)).sum() / actual.sum()] for t in np.unique(scores)[::-1]],
        "firstRows": order[:5].tolist(),
        "intervals": intervals(rows, {
            "accuracy": lambda i: np.mean(actual[i] == called[i]),
            "auc": lambda i: m.roc_auc_score(actual[i], scores[i]),
            "average-precision": lambda i: m.average_precision_score(actual[i], scores[i]),
            "f1": lambda i: m.f1_score(actual[i], called[i]),
            "mcc": lambda i: m.matthews_corrcoef(actual[i], called[i]),
            "log-loss": lambda i: m.log_loss(actual[i], scores[i], eps=LEAST),
            "ece": lambda i: expected_calibration_error(scores, actual, np.bincount(i, minlength=rows)),
        }),
    }


def multiclass():
    random = np.random.default_rng(3)
    rows, classes = 250, 6
    actual = random.choice(classes, rows, p=[0.3, 0.25, 0.2, 0.15, 0.07, 0.03])
    logits = random.normal(0, 1.2, (rows, classes)) + 2 * np.eye(classes)[actual]
    scores = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    scores = singles(scores)
    weights = singles(random.integers(1, 5, rows) / 2)
    predicted = scores.argmax(1)
    everything = list(range(classes))

    def metrics(w):
        ones = np.ones(rows) if w is None else w
        return {
            "accuracy": m.accuracy_score(actual, predicted, sample_weight=w),
            "balanced-accuracy": m.balanced_accuracy_score(actual, predicted, sample_weight=w),
            "macro-f1": m.f1_score(actual, predicted, average="macro", sample_weight=w),
            "mcc": m.matthews_corrcoef(actual, predicted, sample_weight=w),
            "log-loss": np.average(-np.log(scores[np.arange(rows), actual]), weights=ones),
            "brier": np.average(((scores - np.eye(classes)[actual]) ** 2).sum(1), weights=ones),
            "ece": expected_calibration_error(scores.max(1), predicted == actual, ones),
        }

    def per_class(w):
        precision, recall, f1, support = m.precision_recall_fscore_support(actual, predicted, labels=everything, sample_weight=w)
        return [[p, r, f, s] for p, r, f, s in zip(precision, recall, f1, support)]

    return {
        "actual": actual.tolist(), "scores": scores.ravel(), "weights": weights, "classes": classes,
        "metrics": metrics(None), "weightedMetrics": metrics(weights),
        "confusion": m.confusion_matrix(actual, predicted, labels=everything).tolist(),
        "weightedConfusion": m.confusion_matrix(actual, predicted, labels=everything, sample_weight=weights).tolist(),
        "perClass": per_class(None), "weightedPerClass": per_class(weights),
        "top": [m.top_k_accuracy_score(actual, scores, k=k, labels=everything) for k in range(1, 6)],
        "weightedTop": [m.top_k_accuracy_score(actual, scores, k=k, labels=everything, sample_weight=weights) for k in range(1, 6)],
        "intervals": intervals(rows, {
            "accuracy": lambda i: np.mean(actual[i] == predicted[i]),
            "balanced-accuracy": lambda i: m.balanced_accuracy_score(actual[i], predicted[i]),
            "macro-f1": lambda i: m.f1_score(actual[i], predicted[i], average="macro"),
            "mcc": lambda i: m.matthews_corrcoef(actual[i], predicted[i]),
        }),
    }


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(inner) for inner in value]
    return value.item() if isinstance(value, np.generic) else value


cases = {"madeWith": {"scikit-learn": sklearn.__version__, "numpy": np.__version__}, "regression": regression(), "binary": binary(), "multiclass": multiclass()}
Path(__file__).with_name("evaluations.json").write_text(json.dumps(plain(cases), separators=(",", ":")) + "\n")
