"""Compares procedures for telling settings apart, all on the corrected t statistic (Nadeau and Bengio 2003), 25 splits of 5 folds.

error: any pair falsely told apart. kept: every truly best setting is among those that may be the best. found: the share of the settings that are not the best which is left out.
Needs NumPy and SciPy. Run: python3 procedures.py [experiments]
"""
import sys
from functools import lru_cache

import numpy as np
from scipy import stats

SPLITS, FOLDS, DRAWS, LEVEL = 25, 5, 500, .05


@lru_cache(None)
def alike(settings):
    """How many pairs can be alike at once."""
    return {0} if settings <= 1 else {j * (j - 1) // 2 + rest for j in range(1, settings + 1) for rest in alike(settings - j)}


def step_down(p, multipliers):
    order = np.argsort(p)
    corrected = np.empty_like(p)
    corrected[order] = np.maximum.accumulate(p[order] * np.maximum(multipliers, 1))
    return corrected < LEVEL


def rotated_step_down(cosines, squares):
    """Westfall and Young's step-down maximum with rotations instead of permutations (Langsrud 2005): exact for normal differences."""
    found = np.zeros(len(cosines), bool)
    while not found.all():
        more = found | (cosines ** 2 > np.quantile(squares[:, ~found].max(1), 1 - LEVEL))
        if (more == found).all():
            break
        found = more
    return found


def experiment(generator, root, means, count):
    first, second = np.triu_indices(count, 1)
    rho, share, pairs = 1 / FOLDS, 1 / (FOLDS - 1), len(first)
    noise = generator.standard_normal((SPLITS, count)) * np.sqrt(1 - rho) + generator.standard_normal(count) * np.sqrt(rho)
    values = means + noise @ root.T
    mean = values.mean(0)
    centred = values - mean
    difference, squares = mean[first] - mean[second], ((centred[:, first] - centred[:, second]) ** 2).sum(0)
    t = difference / np.sqrt((1 / SPLITS + share) * squares / (SPLITS - 1))
    p = 2 * stats.t.sf(abs(t), SPLITS - 1)
    direction = generator.standard_normal((DRAWS, SPLITS))
    length = np.linalg.norm(direction, axis=1)[:, None]
    # Rows that are independent without a difference: the mean takes its share of the variance.
    white = centred + mean / np.sqrt((1 / SPLITS + share) * SPLITS)
    turned = direction @ white
    found = {
        "bonferroni": p * pairs < LEVEL,
        "holm": step_down(p, np.arange(pairs, 0, -1)),
        "shaffer": step_down(p, np.array([max(n for n in alike(count) if n <= pairs - place) for place in range(pairs)])),
        "max-t": rotated_step_down(t / np.sqrt(SPLITS - 1 + t * t), (turned[:, first] - turned[:, second]) ** 2 / ((white[:, first] - white[:, second]) ** 2).sum(0) / length ** 2),
    }
    out = {name: np.isin(np.arange(count), np.r_[first[said & (t > 0)], second[said & (t < 0)]]) for name, said in found.items()}
    # Hsu's multiple comparisons with the best: each setting against all others, on one side.
    residual = direction @ centred
    signed, statistic = np.zeros((DRAWS, count, count)), np.zeros((count, count))
    signed[:, first, second] = (residual[:, first] - residual[:, second]) / np.sqrt(squares) / length
    signed -= signed.transpose(0, 2, 1)
    statistic[first, second] = t
    statistic -= statistic.T
    critical = np.quantile(signed.max(2), 1 - LEVEL, axis=0)
    out["best (Hsu)"] = (statistic > (np.sqrt(SPLITS - 1) * critical / np.sqrt(1 - critical ** 2))[:, None]).any(1)
    wrong = {name: bool((said & ((means[first] == means[second]) | (np.sign(t) != np.sign(means[first] - means[second])))).any()) for name, said in found.items()}
    return out, wrong


def main(experiments):
    generator = np.random.default_rng(1)
    print("| settings | truth | procedure | error | kept | found |\n|---|---|---|---|---|---|")
    for count in (3, 5, 10, 20):
        for truth, means in (("all alike", np.zeros(count)), ("half are best", np.r_[np.zeros((count + 1) // 2), np.linspace(.8, 2.4, count // 2)]), ("each worse than the last", np.linspace(0, 3, count))):
            best = means == means.min()
            sums = {}
            for _ in range(experiments):
                out, wrong = experiment(generator, np.eye(count), means, count)
                for name, left_out in out.items():
                    sums.setdefault(name, []).append((wrong.get(name, np.nan), not (left_out & best).any(), left_out[~best].mean() if not best.all() else np.nan))
            for name, rows in sums.items():
                error, kept, found = np.mean(rows, axis=0)
                print(f"| {count} | {truth} | {name} | {100 * error:.1f} % | {100 * kept:.1f} % | {100 * found:.1f} % |".replace("nan %", "–"), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
