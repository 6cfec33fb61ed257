"""Writes random_stream.json beside itself: the first uniform numbers of SplitMix64 for some seeds, by Python's integers. Run: python3 random_stream.py"""
import json
import pathlib

ALL_BITS = (1 << 64) - 1


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & ALL_BITS
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & ALL_BITS
    return z ^ (z >> 31)


def uniform(seed, count):
    state = mix(seed & ALL_BITS)
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & ALL_BITS
        yield (mix(state) >> 11) * 2.0**-53


numbers = {seed: list(uniform(seed, 5)) for seed in (0, 7, -1, 2147483647)}
pathlib.Path(__file__).with_name("random_stream.json").write_text(json.dumps(numbers, indent=1) + "\n")
