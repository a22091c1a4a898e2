"""Holds answers of the nearest relics against pyproj's geodesics to every relic.

usage: nearest.py PLACES.csv ANSWERS.json
"""

import csv
import json
import sys

import numpy
from pyproj import Geod

GEOD = Geod(ellps="WGS84")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["lon"]]
    codes = numpy.array([row["code"] for row in rows])
    lons, lats = (numpy.array([float(row[name]) for row in rows]) for name in ("lon", "lat"))
    x, y = numpy.radians(lons), numpy.radians(lats)
    wrong, worst = 0, 0.0
    for lon, lat, answer in json.load(open(sys.argv[2])):
        a, b = numpy.radians(float(lon)), numpy.radians(float(lat))
        h = numpy.sin((y - b) / 2) ** 2 + numpy.cos(y) * numpy.cos(b) * numpy.sin((x - a) / 2) ** 2
        sphere = 2 * 6371008.8 * numpy.arcsin(numpy.sqrt(numpy.clip(h, 0, 1)))
        # A geodesic is within 1 % of the sphere's distance.
        near = numpy.nonzero(sphere <= numpy.partition(sphere, len(answer))[len(answer)] * 1.02 + 1)[0]
        exact = GEOD.inv(numpy.full(len(near), float(lon)), numpy.full(len(near), float(lat)), lons[near], lats[near])[2]
        # Millimetres, then codes as the register orders them.
        order = sorted(zip(numpy.round(exact, 3), [code.lower() for code in codes[near]]))[:len(answer)]
        worst = max([worst] + [abs(a - d) for (a, _), (_, d) in zip(order, answer)])
        wrong += [code for _, code in order] != [code.lower() for code, _ in answer]
    print(json.dumps({"wrong": wrong, "worst_m": round(worst, 4)}))


main()
