"""Writes boston_summary.json beside itself: per column of data/boston.csv what numpy 1.24 says of it. Run: python3 boston_summary.py"""
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
file = here.parents[2] / "data" / "boston.csv"
names = file.open().readline().strip().split(",")
table = np.loadtxt(file, delimiter=",", skiprows=1)
summary = {
    name: [len(np.unique(column)), column.mean(), column.std(ddof=1), *np.percentile(column, [0, 25, 50, 75, 100])]
    for name, column in zip(names, table.T)
}
(here / "boston_summary.json").write_text(json.dumps(summary, indent=1) + "\n")
