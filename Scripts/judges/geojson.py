"""Validates a GeoJSON file against RFC 7946 with geojson-validator. usage: geojson.py FILE"""
import json
import sys

import geojson_validator

with open(sys.argv[1], encoding="utf-8") as file:
    collection = json.load(file)
print("structure", geojson_validator.validate_structure(collection) or "valid")
result = geojson_validator.validate_geometries(collection)
print("geometries", result["invalid"] or "valid")
