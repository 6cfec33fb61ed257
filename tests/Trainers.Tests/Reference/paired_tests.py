"""Writes paired_tests.json: tests of paired differences, computed with SciPy. Run: python3 paired_tests.py"""
import json
import os

import numpy as np
from scipy import stats

generator = np.random.default_rng(3)
cases = []
for count, share, location, rounded in (
        (5, .25, .5, False), (10, .25, .1, False), (50, .25, .2, False), (25, 1 / 9, 0, False), (60, .25, .15, False), (12, .25, .3, True), (50, .25, .05, True)):
    differences = generator.normal(location, 1, count)
    if rounded:
        differences = np.round(differences * 2) / 2
    differences = np.array([float(round(x, 6)) for x in differences])
    error = np.sqrt((1 / count + share) * differences.var(ddof=1))
    apart = differences[differences != 0]
    ties = len(set(np.abs(apart))) < len(apart)
    cases.append({
        "differences": differences.tolist(),
        "testShare": share,
        "tTestPValue": float(2 * stats.t.sf(abs(differences.mean() / error), count - 1)),
        "halfWidth": float(stats.t.ppf(.975, count - 1) * error),
        "wilcoxonPValue": float(stats.wilcoxon(apart, method="approx" if ties or len(apart) > 50 else "exact", correction=False).pvalue),
    })
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "paired_tests.json"), "w") as file:
    json.dump(cases, file, indent=0)
