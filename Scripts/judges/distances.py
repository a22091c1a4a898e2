"""Compares distances and bearings with pyproj's Geod: reads the JSON of `heritage near` from a file.

usage: distances.py LON LAT ANSWER.json      prints the number of relics compared and the worst errors
"""
import json
import sys

from pyproj import Geod

longitude, latitude = float(sys.argv[1]), float(sys.argv[2])
geod = Geod(ellps="WGS84")
worst_metres = worst_degrees = 0.0
with open(sys.argv[3], encoding="utf-8") as file:
    hits = json.load(file)
for hit in hits:
    azimuth, _, metres = geod.inv(longitude, latitude, hit["lon"], hit["lat"])
    worst_metres = max(worst_metres, abs(metres - hit["distance_m"]))
    if hit["bearing_deg"] is not None:
        difference = abs(azimuth % 360 - hit["bearing_deg"]) % 360
        worst_degrees = max(worst_degrees, min(difference, 360 - difference))
print(len(hits), worst_metres <= 0.001, worst_degrees <= 0.0051)
