"""Writes paired_tests.json: tests of paired differences on splits that overlap, and corrections for several of them.

The t-test and its intervals are SciPy's; posterior probabilities are integrals of Student's density as Benavoli et al. (2017, equation 8) write it; corrections for all pairs come from Shaffer's definition, by
listing every way in which things can be alike. Run with a Python that has SciPy 1.10 or later: python3 paired_tests.py
"""
import json
from math import gamma, pi, sqrt
from pathlib import Path

import numpy as np
from scipy import integrate, stats

generator = np.random.default_rng(3)


def posterior(x, mean, variance, freedom):
    """Student's density with location and squared scale."""
    factor = gamma((freedom + 1) / 2) / (gamma(freedom / 2) * sqrt(freedom * pi * variance))
    return factor * (1 + (x - mean) ** 2 / (freedom * variance)) ** (-(freedom + 1) / 2)


differences_cases = []
for count, share, location, rounded, margin in (
        (5, .25, .5, False, .4), (10, .25, .1, False, .5), (50, .25, .2, False, .3), (25, 1 / 9, 0, False, .01), (60, .25, .15, False, 0), (12, .25, .3, True, 2), (50, .25, .05, True, .2)):
    differences = generator.normal(location, 1, count)
    if rounded:
        differences = np.round(differences * 2) / 2
    differences = np.array([float(round(x, 6)) for x in differences])
    # In their terms: correlation rho = test rows / all rows, and share = rho / (1 - rho).
    rho = share / (1 + share)
    variance = (1 / count + rho / (1 - rho)) * differences.var(ddof=1)
    mean = differences.mean()

    def probability(low, high):
        return integrate.quad(posterior, low, high, args=(mean, variance, count - 1), epsabs=1e-13, limit=500)[0]

    differences_cases.append({
        "differences": differences.tolist(),
        "testShare": share,
        "pValue": float(2 * stats.t.sf(abs(mean / sqrt(variance)), count - 1)),
        "halfWidth": float(stats.t.ppf(1 - .05 / 20, count - 1) * sqrt(variance)),
        "margin": margin,
        "below": probability(-np.inf, -margin),
        "within": probability(-margin, margin),
        "above": probability(margin, np.inf),
    })


def partitions(things):
    """Every way in which things fall into groups."""
    if not things:
        yield []
        return
    first, *rest = things
    for others in partitions(rest):
        yield [[first], *others]
        for i, group in enumerate(others):
            yield [*others[:i], [first, *group], *others[i + 1:]]


pairs_cases = []
for things in range(2, 8):
    possible = {sum(len(group) * (len(group) - 1) // 2 for group in groups) for groups in partitions(list(range(things)))}
    pairs = things * (things - 1) // 2
    p = np.round(generator.uniform(0, 1, pairs) ** 4, 8)
    corrected, greatest = np.zeros(pairs), 0.0
    for place, i in enumerate(np.argsort(p)):
        multiplier = max(count for count in possible if count <= pairs - place)
        greatest = max(greatest, min(1.0, p[i] * max(1, multiplier)))
        corrected[i] = greatest
    pairs_cases.append({"things": things, "pValues": p.tolist(), "corrected": corrected.tolist()})

cases = {"differences": differences_cases, "pairs": pairs_cases}
Path(__file__).with_name("paired_tests.json").write_text(json.dumps(cases, indent=0) + "\n")
