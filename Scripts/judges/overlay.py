"""Lays pairs of areas over each other with shapely.

Reads lines of two WKT polygons, a tab between them; writes the relation, the overlap and the distance.
The relation is left open (?) where a millimetre decides it.
"""
import sys
from shapely import wkt

for line in open(sys.argv[1]):
    a, b = (wkt.loads(text) for text in line.rstrip("\n").split("\t"))
    overlap, distance = a.intersection(b).area, a.distance(b)
    if a.buffer(-0.001).intersects(b.buffer(-0.001)):
        relation = "overlaps"
    elif distance > 0.001:
        relation = "apart"
    else:
        relation = "?"
    print(relation, repr(overlap), repr(distance))
