"""Writes moons.json beside itself: the two moons of scikit-learn 1.2.1, without noise and in order, as [x1, x2, label]. Run: python3 moons.py"""
import json
import pathlib

from sklearn.datasets import make_moons

sets = {}
for count in (1, 2, 7, 10):
    points, labels = make_moons(n_samples=count, shuffle=False, noise=None)
    sets[count] = [[float(x1), float(x2), int(label)] for (x1, x2), label in zip(points, labels)]
pathlib.Path(__file__).with_name("moons.json").write_text(json.dumps(sets, indent=1) + "\n")
