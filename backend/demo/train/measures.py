"""Rates, ratios and their intervals, written out so that the figures can be checked by hand.

Wilson: Wilson (1927), score interval for one proportion.
Katz: Katz, Baptista, Azen and Pike (1978), log interval for a ratio of proportions, with 1/2 added
to every count (Walter 1975), so that a group with no or all favourable outcomes still has one.
"""

from math import exp, log, sqrt
from statistics import NormalDist

LEVEL = 0.95
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


def wilson(favourable, rows):
    centre = favourable + Z * Z / 2
    spread = Z * sqrt(favourable * (rows - favourable) / rows + Z * Z / 4)
    return (centre - spread) / (rows + Z * Z), (centre + spread) / (rows + Z * Z)


def katz(favourable, rows, other_favourable, other_rows):
    a, n = favourable + 0.5, rows + 0.5
    b, m = other_favourable + 0.5, other_rows + 0.5
    spread = Z * sqrt(1 / a - 1 / n + 1 / b - 1 / m)
    middle = log(a / n) - log(b / m)
    return exp(middle - spread), exp(middle + spread)


def interval(pair, method):
    return {"low": pair[0], "high": pair[1], "level": LEVEL, "method": method}


def parity(predictions, groups, minimum):
    """The lowest selection rate over the highest, among the groups of at least `minimum` rows."""
    rows = []
    for value, chosen in predictions.groupby(groups):
        if len(chosen) >= minimum:
            favourable = int(chosen.sum())
            rows.append({"value": value, "n": len(chosen), "favourable": favourable,
                         "selectionRate": favourable / len(chosen),
                         "interval": interval(wilson(favourable, len(chosen)), "wilson")})
    low = min(rows, key=lambda row: row["selectionRate"])
    high = max(rows, key=lambda row: row["selectionRate"])
    pair = katz(low["favourable"], low["n"], high["favourable"], high["n"])
    return {"demographicParityRatio": low["selectionRate"] / high["selectionRate"],
            "lowest": low["value"], "highest": high["value"],
            "interval": interval(pair, "katz-half"), "groups": rows}
