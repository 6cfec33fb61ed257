"""Writes comparisons.json: values of a metric on splits, and what SciPy says about them.

Run with a Python that has SciPy 1.10 or later: python3 comparisons.py
"""
import json
from pathlib import Path

import numpy as np
from scipy import stats

random = np.random.default_rng(5)
# Rounded, so that there are ties; the second and the third are alike.
values = np.round(random.normal(0, 1, (4, 12)) + np.array([0, 0.6, 0.6, 2.2])[:, None] + random.normal(0, 1, 12)[None, :], 1)
test_share = 0.25
one = values[0]
half = stats.t.ppf(0.975, len(one) - 1) * np.sqrt((1 / len(one) + test_share) * one.var(ddof=1))
case = {
    "values": values.tolist(),
    "testShare": test_share,
    "interval": [one.mean() - half, one.mean() + half],
    "deviation": one.std(ddof=1),
    "correlation": np.corrcoef(values[0], values[1])[0, 1],
}
Path(__file__).with_name("comparisons.json").write_text(json.dumps(case, separators=(",", ":")) + "\n")
